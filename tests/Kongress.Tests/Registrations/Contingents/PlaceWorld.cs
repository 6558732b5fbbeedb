using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Registrations.Contingents;
using Kongress.Registrations.Invitations;
using Kongress.Shared;
using Kongress.Tests.Hosting;
using Kongress.Workshops.Withdrawals;
using static Kongress.Tests.Registrations.Contingents.ContingentOffice;

namespace Kongress.Tests.Registrations.Contingents;

/// <summary>What can happen to places.</summary>
internal enum PlaceStep
{
    Register,
    RegisterWithCode,
    Confirm,
    Approve,
    Reject,
    Cancel,
    Accept,
    Substitute,
    ChangeLevel,
    Invite,
    Withdraw,
    Raise,
    Lower,
    RaiseTotal,
    LowerTotal,
    PassTime,
    Release,
    DissolveOrMake,

    /// <summary>Somebody of no contingent confirms at once; not drawn.</summary>
    Fill,
}

/// <summary>Twelve people, five contingents of which two lie within others, and a code for the one of guests; all of it scarce.</summary>
internal sealed class PlaceWorld : IAsyncDisposable
{
    public const int People = 12;
    public const int Contingents = 5;
    private const int Uses = 3;
    private const int Actors = 8;

    /// <summary>Each as often as it is to be drawn.</summary>
    public static readonly PlaceStep[] Weighted =
    [
        .. Enumerable.Repeat(PlaceStep.Register, 8), .. Enumerable.Repeat(PlaceStep.RegisterWithCode, 3), .. Enumerable.Repeat(PlaceStep.Confirm, 3), PlaceStep.Approve, PlaceStep.Approve, PlaceStep.Reject,
        .. Enumerable.Repeat(PlaceStep.Cancel, 3), PlaceStep.Accept, PlaceStep.Accept, PlaceStep.Substitute, PlaceStep.ChangeLevel, PlaceStep.Invite, PlaceStep.Invite, PlaceStep.Withdraw,
        PlaceStep.Raise, PlaceStep.Lower, PlaceStep.RaiseTotal, PlaceStep.LowerTotal, PlaceStep.PassTime, PlaceStep.Release, PlaceStep.DissolveOrMake,
    ];

    private readonly Guid[] contingents;
    private readonly InvitationCode code;
    private readonly Dictionary<int, ContingentSettings> dissolved;
    private readonly SemaphoreSlim cutting = new(1);
    private Dictionary<Guid, int> takenBefore = [];
    private HashSet<Guid> holdingBefore = [];
    private int mostPlaces;

    private PlaceWorld(ContingentOffice office, Guid[] contingents, InvitationCode code, Dictionary<int, ContingentSettings> dissolved, int capacity) =>
        (Office, this.contingents, this.code, this.dissolved, mostPlaces) = (office, contingents, code, dissolved, capacity);

    public ContingentOffice Office { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // Länder with Hessen within, Bund with an office within, guests; and two places for everybody.
    public static async Task<PlaceWorld> OpenAsync(string provider)
    {
        const int capacity = 10;
        var office = await ContingentOffice.OpenAsync(provider, capacity);
        var now = office.Office.Clock.GetUtcNow();
        var states = await office.AddAsync(For("Länder", 4, AdministrativeLevel.Land, released: now.AddDays(20)));
        var hesse = await office.AddAsync(For("Hessen", 2, AdministrativeLevel.Land, Land.Hessen, states.Id));
        var federal = await office.AddAsync(For("Bund", 3, AdministrativeLevel.Bund));
        var house = await office.AddAsync(For("ITZBund", 1, within: federal.Id, domains: "itz.bund.de", released: now.AddDays(5)));
        var guests = await office.AddAsync(For("Gäste", 1));
        var settings = new InvitationCodeSettings { Name = "Gäste", Uses = Uses, EndsAt = now.AddDays(90), Kind = AttendeeKind.HostGuest, ContingentId = guests.Id };
        var code = (await office.Office.UseAsync<InvitationDesk, (CodeOutcome, InvitationCode? Code)>(desk => desk.SaveCodeAsync(office.Conference.Id, null, default, settings, Organiser, Ct))).Code!;
        return new PlaceWorld(office, [states.Id, hesse.Id, federal.Id, house.Id, guests.Id], code, [], capacity);
    }

    /// <summary>The same places through another office.</summary>
    public PlaceWorld With(ContingentOffice other) => new(other, contingents, code, dissolved, mostPlaces);

    public static bool CutsAnew(PlaceStep step) => step is PlaceStep.Raise or PlaceStep.Lower or PlaceStep.Release or PlaceStep.DissolveOrMake;

    /// <summary>The steps dealt out to several who act at once, each one step after the other: so that later ones meet what earlier ones made.</summary>
    public Task ActAtOnceAsync((int Person, int Contingent, PlaceStep Step)[] steps) => Task.WhenAll(Enumerable.Range(0, Actors).Select(actor => Task.Run(
        async () =>
        {
            for (var i = actor; i < steps.Length; i += Actors) await ActAsync(steps[i]);
        },
        Ct)));

    public Task ActAsync((int Person, int Contingent, PlaceStep Step) step)
    {
        var email = Who(step.Person).Email;
        return step.Step switch
        {
            PlaceStep.Register => RegisterAsync(step.Person, null),
            PlaceStep.RegisterWithCode => RegisterAsync(step.Person, code.Code),
            PlaceStep.Confirm => ConfirmAsync(email),
            PlaceStep.Approve => DecideAsync(email, (desk, id) => desk.ApproveAsync(id, Organiser, Ct)),
            PlaceStep.Reject => DecideAsync(email, (desk, id) => desk.RejectAsync(id, Organiser, "Kein Amt", Ct)),
            PlaceStep.Cancel => CancelAsync(email),
            PlaceStep.Accept => AcceptAsync(),
            PlaceStep.Substitute => SubstituteAsync(email, (step.Person + step.Contingent + 1) % People),
            PlaceStep.ChangeLevel => ChangeLevelAsync(email, step.Contingent),
            // Few, so that they are invited again after an end; and those who leave the address unconfirmed.
            PlaceStep.Invite => InviteAsync(Who((step.Person % 4 * 3) + 2).Email),
            PlaceStep.Withdraw => WithdrawAsync(),
            PlaceStep.Raise => ChangeContingentAsync(step.Contingent, s => s with { Places = s.Places + 1 }),
            PlaceStep.Lower => ChangeContingentAsync(step.Contingent, s => s with { Places = Math.Max(0, s.Places - 1) }),
            PlaceStep.RaiseTotal => TotalAsync(1),
            PlaceStep.LowerTotal => TotalAsync(-1),
            PlaceStep.PassTime => PassTimeAsync(),
            PlaceStep.Release => ChangeContingentAsync(step.Contingent, s => s with { ReleasedAt = s.ReleasedAt is null ? Office.Office.Clock.GetUtcNow() : null }),
            PlaceStep.DissolveOrMake => DissolveOrMakeAsync(step.Contingent),
            PlaceStep.Fill => Office.RegisterAsync($"f{step.Person}@stadt.example", AdministrativeLevel.Kommune, Land.Bayern),
        };
    }

    /// <summary>After one step alone.</summary>
    public async Task CheckAsync(bool wasCutAnew)
    {
        var (all, everybody, nested) = await LookAsync();
        var people = everybody.Where(r => r.IsActive).ToList();

        // Never over the whole nor over any contingent; lowering a number takes nobody's place away.
        foreach (var pool in nested.Bound.Where(p => p == NestedPlaces.Whole || !wasCutAnew)) Assert.True(nested.Taken(pool) <= Math.Max(nested.Places(pool), takenBefore.GetValueOrDefault(pool)), $"{pool} is over");

        // Whoever got a place in this step, and not from somebody who named them, overtook nobody of the same pool, and there was room all around.
        foreach (var got in people.Where(r => r.HoldsPlace && !holdingBefore.Contains(r.Id) && everybody.All(old => old.ReplacedById != r.Id)))
        {
            Assert.DoesNotContain(people, r => r.Waits && nested.PoolOf(r) == nested.PoolOf(got) && r.OrderNumber < got.OrderNumber);
            Assert.All(nested.Path(nested.PoolOf(got)), pool => Assert.True(nested.Taken(pool) <= nested.Places(pool), $"{pool} was full"));
        }

        await CheckStandingAsync(all, people, nested);
        takenBefore = nested.Bound.ToDictionary(p => p, nested.Taken);
        holdingBefore = [.. people.Where(r => r.HoldsPlace).Select(r => r.Id)];
    }

    /// <summary>After many steps at once: what is true whatever was before.</summary>
    public async Task CheckAtTheEndAsync()
    {
        var (all, everybody, nested) = await LookAsync();
        // A lowered total takes nobody's place away, but never were there more than the most.
        Assert.True(nested.Taken(NestedPlaces.Whole) <= mostPlaces, $"{nested.Taken(NestedPlaces.Whole)} of {mostPlaces}");
        await CheckStandingAsync(all, [.. everybody.Where(r => r.IsActive)], nested);
    }

    /// <summary>Where pools stayed what they were: nobody who has stood in one line all the time is behind somebody with a place from there. Returns how many have one.</summary>
    public async Task<int> CheckNobodyWasOvertakenAsync()
    {
        var (_, everybody, nested) = await LookAsync();
        // These came into a line late, or to a place another way than through it.
        var moved = (await Office.Office.AllAsync<Change>(Ct)).Where(c => c.Action is "Registration.Reassigned" or "Registration.Invited" or "Registration.Changed" or "Registration.NamedAsSubstitute").Select(c => c.SubjectId).ToHashSet();
        var people = everybody.Where(r => r.IsActive && !moved.Contains(r.Id)).ToList();
        var holding = people.Where(r => r.HoldsPlace).ToList();
        Assert.All(holding, got => Assert.DoesNotContain(people, r => r.Waits && nested.PoolOf(r) == nested.PoolOf(got) && r.OrderNumber < got.OrderNumber));
        return holding.Count;
    }

    public ValueTask DisposeAsync()
    {
        cutting.Dispose();
        return Office.DisposeAsync();
    }

    private async Task CheckStandingAsync(List<Contingent> all, List<Registration> people, NestedPlaces nested)
    {
        // Nobody waits while a place of theirs is free.
        Assert.All(people.Where(r => r.Waits), r => Assert.False(nested.IsFree(nested.PoolOf(r))));
        // Everybody in line waits for the places of the right contingent.
        Assert.All(people.Where(r => r.Waits), r => Assert.Equal(Assignment.Of(all, Applicant.Of(r))?.Id, r.ContingentId));
        Assert.True(people.Count(r => r.InvitationCodeId == code.Id) <= Uses, "The code was used too often");
        // Whoever is invited and has proved the address is not looked at any more.
        Assert.DoesNotContain(people, r => r.Status is RegistrationStatus.UnderReview && r.IsInvited);
        var tickets = (await Office.Office.AllAsync<Ticket>(Ct)).Where(t => t.IsActive).Select(t => t.RegistrationId);
        Assert.Equal(people.Where(r => r.Status is RegistrationStatus.Confirmed).Select(r => r.Id).Order(), tickets.Order());
    }

    private async Task<(List<Contingent>, List<Registration>, NestedPlaces)> LookAsync()
    {
        var all = await Office.Office.AllAsync<Contingent>(Ct);
        var everybody = await Office.PeopleAsync();
        return (all, everybody, new NestedPlaces(all, await CapacityAsync(), [.. everybody.Where(r => r.IsActive)], Office.Office.Clock.GetUtcNow()));
    }

    // Those of ".test" are looked at before they are admitted.
    private static (string Email, AdministrativeLevel Level, Land? Land) Who(int person) => person switch
    {
        < 3 => ($"h{person}@hessen.example", AdministrativeLevel.Land, Land.Hessen),
        < 6 => ($"l{person}@{(person == 5 ? "land.test" : "land.example")}", AdministrativeLevel.Land, Land.Bayern),
        < 8 => ($"i{person}@itz.bund.de", AdministrativeLevel.Bund, null),
        < 10 => ($"b{person}@{(person == 9 ? "bund.test" : "bund.de")}", AdministrativeLevel.Bund, null),
        _ => ($"k{person}@stadt.test", AdministrativeLevel.Kommune, Land.Bayern),
    };

    private async Task<int> CapacityAsync() => (await Office.Office.AllAsync<Conference>(Ct)).Single().Capacity;

    private async Task<Registration?> LivingAsync(string email) => (await Office.PeopleAsync()).SingleOrDefault(r => r.ActiveEmail == email);

    private async Task RegisterAsync(int person, string? with)
    {
        var (email, level, land) = Who(person);
        await Office.Office.SubmitAsync(Office.Conference, FormOf(email, level, land) with { Code = with }, Ct);
        // Every third leaves the address unconfirmed for now.
        if (person % 3 != 2) await ConfirmAsync(email);
    }

    private async Task ConfirmAsync(string email)
    {
        if (await LivingAsync(email) is not { Status: RegistrationStatus.AwaitingEmail } registration) return;
        var mails = (await Office.Office.AllAsync<OutgoingMail>(Ct)).Where(m => m.SubjectId == registration.Id && m.Kind is ("Registration.ConfirmEmail" or "Registration.NamedAsSubstitute"));
        if (mails.OrderBy(m => m.Id).LastOrDefault() is { } mail) await Office.Office.UseAsync<RegistrationDesk>(desk => desk.ConfirmEmailAsync(Letters.Secret(mail), Ct));
    }

    private async Task DecideAsync(string email, Func<ReviewDesk, Guid, Task<ReviewOutcome>> decide)
    {
        if (await LivingAsync(email) is { } registration) await Office.Office.UseAsync<ReviewDesk>(desk => decide(desk, registration.Id));
    }

    private async Task CancelAsync(string email)
    {
        if (await LivingAsync(email) is { AccountId: not null } registration) await Office.CancelAsync(registration);
    }

    private async Task AcceptAsync()
    {
        if ((await Office.PeopleAsync()).FirstOrDefault(r => r.Status is RegistrationStatus.Offered) is not { } registration) return;
        var secret = await Office.Office.LastSecretAsync("Registration.Offer", registration.Email, Ct);
        await Office.Office.UseAsync<RegistrationDesk>(desk => desk.AcceptOfferAsync(secret, Ct));
    }

    private async Task SubstituteAsync(string email, int by)
    {
        if (await LivingAsync(email) is not { AccountId: { } account } registration) return;
        var (other, level, land) = Who(by);
        await Office.Office.UseAsync<AttendeeDesk>(desk => desk.SubstituteAsync(registration.Id, account, FormOf(other, level, land), Ct));
    }

    private async Task ChangeLevelAsync(string email, int level)
    {
        if (await LivingAsync(email) is not { AccountId: { } account } registration) return;
        var person = registration.Person with { Level = (AdministrativeLevel)(level % 3), Land = level % 3 == 0 ? null : Land.Bayern };
        await Office.Office.UseAsync<AnswersDesk>(desk => desk.ChangeAsync(registration.Id, account, registration.Version, person, registration.Attendance, null, Ct));
    }

    private Task InviteAsync(string email) => Office.Office.UseAsync<InvitationDesk>(desk =>
        desk.InviteAsync(Office.Conference.Id, [email], new InvitationTerms(code.Settings.ContingentId, AttendeeKind.HostGuest, Office.Office.Clock.GetUtcNow().AddDays(2), Language.German), Organiser, Ct));

    private async Task WithdrawAsync()
    {
        if ((await Office.Office.AllAsync<Invitation>(Ct)).FirstOrDefault(i => i.IsOpen(Office.Office.Clock.GetUtcNow())) is { } invitation) await Office.Office.UseAsync<SentInvitationDesk>(desk => desk.WithdrawAsync(Office.Conference.Id, invitation.Id, Organiser, Ct));
    }

    private async Task TotalAsync(int more)
    {
        var total = await CapacityAsync() + more;
        // Before it is so: nobody looks in between.
        for (var most = mostPlaces; most < total; most = mostPlaces) Interlocked.CompareExchange(ref mostPlaces, total, most);
        await Office.CarryOutAsync(new ContingentChange.Total(total));
    }

    private Task PassTimeAsync()
    {
        Office.Office.Clock.Advance(TimeSpan.FromHours(49));
        return Office.PassTimeAsync();
    }

    private async Task ChangeContingentAsync(int contingent, Func<ContingentSettings, ContingentSettings> change)
    {
        if ((await Office.Office.AllAsync<Contingent>(Ct)).SingleOrDefault(c => c.Id == contingents[contingent]) is { } found) await Office.CarryOutAsync(new ContingentChange.Keep(found.Id, found.Version, change(found.Settings)));
    }

    private async Task DissolveOrMakeAsync(int contingent)
    {
        // One at a time, as the test itself keeps account of them.
        await cutting.WaitAsync(Ct);
        try
        {
            var all = await Office.Office.AllAsync<Contingent>(Ct);
            if (dissolved.Remove(contingent, out var settings))
            {
                // What lay around it may be gone or too small by now; then it comes without, or not at all.
                var around = all.SingleOrDefault(c => c.Id == settings.ParentId);
                var made = await Office.CarryOutAsync(new ContingentChange.Keep(null, default, settings with { ParentId = around?.Id }));
                if (made.Outcome is not ContingentOutcome.Done) dissolved[contingent] = settings;
                else contingents[contingent] = (await Office.Office.AllAsync<Contingent>(Ct)).Single(c => c.Settings.Name == settings.Name).Id;
                return;
            }

            dissolved[contingent] = all.Single(c => c.Id == contingents[contingent]).Settings;
            await Office.CarryOutAsync(new ContingentChange.Remove(contingents[contingent]));
        }
        finally
        {
            cutting.Release();
        }
    }
}
