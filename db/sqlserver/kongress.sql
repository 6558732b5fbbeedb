IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [Accounts] (
        [Id] uniqueidentifier NOT NULL,
        [DisplayName] nvarchar(200) NOT NULL,
        [Language] nvarchar(2) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [LastSignInAt] datetime2 NULL,
        [UserName] nvarchar(254) NULL,
        [NormalizedUserName] nvarchar(254) NULL,
        [Email] nvarchar(254) NULL,
        [NormalizedEmail] nvarchar(254) NULL,
        [EmailConfirmed] bit NOT NULL,
        [PasswordHash] nvarchar(max) NULL,
        [SecurityStamp] nvarchar(40) NULL,
        [ConcurrencyStamp] nvarchar(40) NULL,
        [PhoneNumber] nvarchar(40) NULL,
        [PhoneNumberConfirmed] bit NOT NULL,
        [TwoFactorEnabled] bit NOT NULL,
        [LockoutEnd] datetime2 NULL,
        [LockoutEnabled] bit NOT NULL,
        [AccessFailedCount] int NOT NULL,
        CONSTRAINT [PK_Accounts] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [Availabilities] (
        [Id] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [OwnerId] uniqueidentifier NOT NULL,
        [StartsAt] datetime2 NOT NULL,
        [EndsAt] datetime2 NOT NULL,
        [Kind] nvarchar(40) NOT NULL,
        CONSTRAINT [PK_Availabilities] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [Changes] (
        [Id] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NULL,
        [ActorId] uniqueidentifier NULL,
        [Action] nvarchar(60) NOT NULL,
        [SubjectId] uniqueidentifier NOT NULL,
        [Detail] nvarchar(1000) NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_Changes] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [Conferences] (
        [Id] uniqueidentifier NOT NULL,
        [LockCount] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        [Motto] nvarchar(200) NOT NULL,
        [HostLand] nvarchar(40) NOT NULL,
        [Host] nvarchar(200) NOT NULL,
        [VenueName] nvarchar(200) NOT NULL,
        [VenueAddress] nvarchar(500) NOT NULL,
        [Directions] nvarchar(max) NOT NULL,
        [Welcome] nvarchar(max) NOT NULL,
        [TimeZone] nvarchar(60) NOT NULL,
        [Capacity] int NOT NULL,
        [RegistrationOpensAt] datetime2 NOT NULL,
        [RegistrationClosesAt] datetime2 NOT NULL,
        [ChangeDeadline] datetime2 NOT NULL,
        [HoldHours] int NOT NULL,
        [OfferHours] int NOT NULL,
        [AdmittedDomains] nvarchar(max) NOT NULL,
        [ContactEmail] nvarchar(254) NOT NULL,
        [ContactPhone] nvarchar(40) NOT NULL,
        [AccessibilityContactName] nvarchar(200) NOT NULL,
        [AccessibilityContactEmail] nvarchar(254) NOT NULL,
        [AccessibilityContactPhone] nvarchar(40) NOT NULL,
        [OfficialHeader] nvarchar(200) NOT NULL,
        [KeepUnconfirmedDays] int NOT NULL,
        [KeepEndedDays] int NOT NULL,
        [KeepHealthDays] int NOT NULL,
        [KeepScansDays] int NOT NULL,
        [KeepRegistrationsDays] int NOT NULL,
        [IsCurrent] bit NOT NULL,
        CONSTRAINT [PK_Conferences] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [DataProtectionKeys] (
        [Id] int NOT NULL IDENTITY,
        [FriendlyName] nvarchar(max) NULL,
        [Xml] nvarchar(max) NULL,
        CONSTRAINT [PK_DataProtectionKeys] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [LinkTokens] (
        [Id] uniqueidentifier NOT NULL,
        [Purpose] nvarchar(40) NOT NULL,
        [SubjectId] uniqueidentifier NOT NULL,
        [Hash] varchar(64) NOT NULL,
        [EndsAt] datetime2 NOT NULL,
        [UsedAt] datetime2 NULL,
        CONSTRAINT [PK_LinkTokens] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [OutgoingMails] (
        [Id] uniqueidentifier NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NULL,
        [Kind] nvarchar(60) NOT NULL,
        [SubjectId] uniqueidentifier NULL,
        [ToAddress] nvarchar(254) NOT NULL,
        [ToName] nvarchar(400) NOT NULL,
        [Subject] nvarchar(400) NOT NULL,
        [Content] varbinary(max) NOT NULL,
        [IsSecret] bit NOT NULL,
        [State] nvarchar(40) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [DueAt] datetime2 NOT NULL,
        [PointlessAfter] datetime2 NULL,
        [Attempts] int NOT NULL,
        [LeaseId] uniqueidentifier NULL,
        [LeaseEndsAt] datetime2 NULL,
        [LastError] nvarchar(1000) NULL,
        [SentAt] datetime2 NULL,
        CONSTRAINT [PK_OutgoingMails] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [Roles] (
        [Id] uniqueidentifier NOT NULL,
        [Name] nvarchar(40) NULL,
        [NormalizedName] nvarchar(40) NULL,
        [ConcurrencyStamp] nvarchar(40) NULL,
        CONSTRAINT [PK_Roles] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [AccountClaims] (
        [Id] int NOT NULL IDENTITY,
        [UserId] uniqueidentifier NOT NULL,
        [ClaimType] nvarchar(max) NULL,
        [ClaimValue] nvarchar(max) NULL,
        CONSTRAINT [PK_AccountClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AccountClaims_Accounts_UserId] FOREIGN KEY ([UserId]) REFERENCES [Accounts] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [AccountLogins] (
        [LoginProvider] nvarchar(128) NOT NULL,
        [ProviderKey] nvarchar(128) NOT NULL,
        [ProviderDisplayName] nvarchar(max) NULL,
        [UserId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AccountLogins] PRIMARY KEY ([LoginProvider], [ProviderKey]),
        CONSTRAINT [FK_AccountLogins_Accounts_UserId] FOREIGN KEY ([UserId]) REFERENCES [Accounts] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [AccountTokens] (
        [UserId] uniqueidentifier NOT NULL,
        [LoginProvider] nvarchar(128) NOT NULL,
        [Name] nvarchar(128) NOT NULL,
        [Value] nvarchar(max) NULL,
        CONSTRAINT [PK_AccountTokens] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
        CONSTRAINT [FK_AccountTokens_Accounts_UserId] FOREIGN KEY ([UserId]) REFERENCES [Accounts] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [SignInCodes] (
        [Id] uniqueidentifier NOT NULL,
        [LockCount] bigint NOT NULL,
        [AccountId] uniqueidentifier NOT NULL,
        [LinkHash] varchar(64) NOT NULL,
        [CodeHash] varchar(64) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [EndsAt] datetime2 NOT NULL,
        [Guesses] int NOT NULL,
        [UsedAt] datetime2 NULL,
        CONSTRAINT [PK_SignInCodes] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SignInCodes_Accounts_AccountId] FOREIGN KEY ([AccountId]) REFERENCES [Accounts] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [AcceptedConflicts] (
        [Id] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [Key] nvarchar(200) NOT NULL,
        [Reason] nvarchar(500) NOT NULL,
        [AccountId] uniqueidentifier NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_AcceptedConflicts] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AcceptedConflicts_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [Agendas] (
        [Id] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [AccountId] uniqueidentifier NULL,
        [LinkHash] varchar(64) NULL,
        [CalendarHash] varchar(64) NULL,
        [WantsMail] bit NOT NULL,
        [ChangedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_Agendas] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Agendas_Accounts_AccountId] FOREIGN KEY ([AccountId]) REFERENCES [Accounts] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_Agendas_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [BoardMoves] (
        [Id] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [AccountId] uniqueidentifier NOT NULL,
        [Revision] bigint NOT NULL,
        [SlotId] uniqueidentifier NOT NULL,
        [Before] nvarchar(max) NULL,
        [After] nvarchar(max) NULL,
        [IsUndone] bit NOT NULL,
        CONSTRAINT [PK_BoardMoves] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_BoardMoves_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [CheckInLists] (
        [Id] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [Part] nvarchar(40) NOT NULL,
        [Name] nvarchar(60) NOT NULL,
        CONSTRAINT [PK_CheckInLists] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CheckInLists_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [ConferenceDays] (
        [Id] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [Date] date NOT NULL,
        [DoorsOpenAt] time NOT NULL,
        [StartsAt] time NOT NULL,
        [EndsAt] time NOT NULL,
        [EveningStartsAt] time NULL,
        CONSTRAINT [PK_ConferenceDays] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ConferenceDays_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [ConferencePages] (
        [Id] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [Kind] nvarchar(40) NOT NULL,
        [Text] nvarchar(max) NOT NULL,
        [EnglishText] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_ConferencePages] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ConferencePages_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [DraftRevisions] (
        [Id] uniqueidentifier NOT NULL,
        [LockCount] bigint NOT NULL,
        CONSTRAINT [PK_DraftRevisions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_DraftRevisions_Conferences_Id] FOREIGN KEY ([Id]) REFERENCES [Conferences] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [Registrations] (
        [Id] uniqueidentifier NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [AccountId] uniqueidentifier NULL,
        [SubmissionId] uniqueidentifier NOT NULL,
        [Code] nvarchar(8) NOT NULL,
        [OrderNumber] bigint NOT NULL,
        [Status] nvarchar(40) NOT NULL,
        [HoldsPlace] bit NOT NULL,
        [HeldUntil] datetime2 NULL,
        [SubmittedAt] datetime2 NOT NULL,
        [ConfirmedAt] datetime2 NULL,
        [EndedAt] datetime2 NULL,
        [Reason] nvarchar(1000) NULL,
        [ReplacedById] uniqueidentifier NULL,
        [Email] nvarchar(254) NOT NULL,
        [ActiveEmail] nvarchar(254) NULL,
        [Language] nvarchar(2) NOT NULL,
        [SearchText] nvarchar(2000) NOT NULL,
        [SortName] nvarchar(200) NOT NULL,
        [SortOrganisation] nvarchar(200) NOT NULL,
        [Day1] bit NOT NULL,
        [Day2] bit NOT NULL,
        [Evening] bit NOT NULL,
        [ListConsentAt] datetime2 NULL,
        [NoPhoto] bit NOT NULL,
        [PortraitConsentAt] datetime2 NULL,
        [BadgeName] nvarchar(360) NULL,
        [FamilyName] nvarchar(360) NOT NULL,
        [Function] nvarchar(200) NULL,
        [GivenName] nvarchar(360) NOT NULL,
        [Land] nvarchar(40) NULL,
        [Level] nvarchar(40) NOT NULL,
        [Organisation] nvarchar(300) NOT NULL,
        [Title] nvarchar(60) NULL,
        [Unit] nvarchar(200) NULL,
        CONSTRAINT [PK_Registrations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Registrations_Accounts_AccountId] FOREIGN KEY ([AccountId]) REFERENCES [Accounts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Registrations_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [Releases] (
        [Id] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [Name] nvarchar(60) NOT NULL,
        [NameKey] nvarchar(60) NOT NULL,
        [Note] nvarchar(2000) NOT NULL,
        [Content] varbinary(max) NOT NULL,
        [Hash] varchar(64) NOT NULL,
        [MadeAt] datetime2 NOT NULL,
        [PublishAt] datetime2 NOT NULL,
        [ToldAt] datetime2 NULL,
        [AccountId] uniqueidentifier NOT NULL,
        [OverrideReason] nvarchar(1000) NULL,
        CONSTRAINT [PK_Releases] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Releases_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [Reminders] (
        [Id] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [DaysBefore] int NOT NULL,
        [At] time NOT NULL,
        [IsOn] bit NOT NULL,
        CONSTRAINT [PK_Reminders] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Reminders_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [Rooms] (
        [Id] uniqueidentifier NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [Code] nvarchar(8) NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        [Position] int NOT NULL,
        [Capacity] int NOT NULL,
        [Equipment] int NOT NULL,
        [IsStepFree] bit NOT NULL,
        [AllowsParallel] bit NOT NULL,
        [ChangeoverMinutes] int NOT NULL,
        [Directions] nvarchar(2000) NOT NULL,
        CONSTRAINT [PK_Rooms] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Rooms_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [Sessions] (
        [Id] uniqueidentifier NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [Code] nvarchar(8) NOT NULL,
        [InternalNotes] nvarchar(4000) NOT NULL,
        [State] nvarchar(40) NOT NULL,
        [AnnouncedState] nvarchar(40) NULL,
        [SearchText] nvarchar(2000) NOT NULL,
        [Abstract] nvarchar(max) NOT NULL,
        [Audience] nvarchar(40) NOT NULL,
        [Equipment] int NOT NULL,
        [ExpectedAudience] int NULL,
        [IsRecorded] bit NOT NULL,
        [Kind] nvarchar(40) NOT NULL,
        [Language] nvarchar(2) NOT NULL,
        [Links] nvarchar(2000) NOT NULL,
        [Minutes] int NOT NULL,
        [NeedsInterpreter] bit NOT NULL,
        [NeedsStepFree] bit NOT NULL,
        [Seats] int NULL,
        [SlidesDue] date NULL,
        [StreamUrl] nvarchar(500) NOT NULL,
        [Subtitle] nvarchar(200) NOT NULL,
        [Title] nvarchar(200) NOT NULL,
        [TrackId] uniqueidentifier NULL,
        CONSTRAINT [PK_Sessions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Sessions_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [Speakers] (
        [Id] uniqueidentifier NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [Code] nvarchar(8) NOT NULL,
        [AccountId] uniqueidentifier NULL,
        [IsNamed] bit NOT NULL,
        [PortraitConsentAt] datetime2 NULL,
        [Recording] nvarchar(40) NOT NULL,
        [ArrivedAt] datetime2 NULL,
        [SearchText] nvarchar(2000) NOT NULL,
        [SortName] nvarchar(200) NOT NULL,
        [AssistantEmail] nvarchar(254) NULL,
        [AssistantName] nvarchar(200) NULL,
        [Email] nvarchar(254) NULL,
        [Language] nvarchar(2) NOT NULL,
        [Phone] nvarchar(40) NULL,
        [Needs_Access] nvarchar(1000) NOT NULL,
        [Needs_Arrival] nvarchar(500) NOT NULL,
        [Needs_Equipment] nvarchar(1000) NOT NULL,
        [Needs_Interpreter] bit NOT NULL,
        [Needs_StepFree] bit NOT NULL,
        [Biography] nvarchar(2000) NOT NULL,
        [FamilyName] nvarchar(360) NOT NULL,
        [Function] nvarchar(200) NULL,
        [Gender] nvarchar(40) NULL,
        [GivenName] nvarchar(360) NOT NULL,
        [Land] nvarchar(40) NULL,
        [Level] nvarchar(40) NULL,
        [Links] nvarchar(1000) NOT NULL,
        [Organisation] nvarchar(300) NOT NULL,
        [Title] nvarchar(60) NULL,
        CONSTRAINT [PK_Speakers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Speakers_Accounts_AccountId] FOREIGN KEY ([AccountId]) REFERENCES [Accounts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Speakers_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [Tracks] (
        [Id] uniqueidentifier NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        [Colour] nvarchar(7) NOT NULL,
        [Position] int NOT NULL,
        CONSTRAINT [PK_Tracks] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Tracks_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [AccountRoles] (
        [UserId] uniqueidentifier NOT NULL,
        [RoleId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AccountRoles] PRIMARY KEY ([UserId], [RoleId]),
        CONSTRAINT [FK_AccountRoles_Accounts_UserId] FOREIGN KEY ([UserId]) REFERENCES [Accounts] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_AccountRoles_Roles_RoleId] FOREIGN KEY ([RoleId]) REFERENCES [Roles] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [RoleClaims] (
        [Id] int NOT NULL IDENTITY,
        [RoleId] uniqueidentifier NOT NULL,
        [ClaimType] nvarchar(max) NULL,
        [ClaimValue] nvarchar(max) NULL,
        CONSTRAINT [PK_RoleClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RoleClaims_Roles_RoleId] FOREIGN KEY ([RoleId]) REFERENCES [Roles] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [AgendaItems] (
        [AgendaId] uniqueidentifier NOT NULL,
        [SessionId] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AgendaItems] PRIMARY KEY ([AgendaId], [SessionId]),
        CONSTRAINT [FK_AgendaItems_Agendas_AgendaId] FOREIGN KEY ([AgendaId]) REFERENCES [Agendas] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [Scans] (
        [Id] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [ListId] uniqueidentifier NOT NULL,
        [Nonce] uniqueidentifier NOT NULL,
        [Code] nvarchar(64) NOT NULL,
        [Answer] nvarchar(40) NOT NULL,
        [Admits] bit NOT NULL,
        [TicketId] uniqueidentifier NULL,
        [RegistrationId] uniqueidentifier NULL,
        [AccountId] uniqueidentifier NOT NULL,
        [Method] nvarchar(40) NOT NULL,
        [Device] nvarchar(60) NULL,
        [OverruledBecause] nvarchar(500) NULL,
        [ScannedAt] datetime2 NOT NULL,
        [ReceivedAt] datetime2 NOT NULL,
        [IsIn] bit NOT NULL,
        [InFor] varchar(64) NULL,
        [UndoneAt] datetime2 NULL,
        CONSTRAINT [PK_Scans] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Scans_CheckInLists_ListId] FOREIGN KEY ([ListId]) REFERENCES [CheckInLists] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [HealthAnswers] (
        [RegistrationId] uniqueidentifier NOT NULL,
        [Diet] nvarchar(40) NOT NULL,
        [DietNote] nvarchar(500) NULL,
        [Assistance] int NOT NULL,
        [AssistanceNote] nvarchar(1000) NULL,
        [ConsentAt] datetime2 NOT NULL,
        [ConsentText] nvarchar(60) NOT NULL,
        CONSTRAINT [PK_HealthAnswers] PRIMARY KEY ([RegistrationId]),
        CONSTRAINT [FK_HealthAnswers_Registrations_RegistrationId] FOREIGN KEY ([RegistrationId]) REFERENCES [Registrations] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [Tickets] (
        [Id] uniqueidentifier NOT NULL,
        [LockCount] bigint NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [RegistrationId] uniqueidentifier NOT NULL,
        [ActiveFor] uniqueidentifier NULL,
        [Code] varchar(16) NOT NULL,
        [IssuedAt] datetime2 NOT NULL,
        [RevokedAt] datetime2 NULL,
        CONSTRAINT [PK_Tickets] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Tickets_Registrations_RegistrationId] FOREIGN KEY ([RegistrationId]) REFERENCES [Registrations] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [ReminderDeliveries] (
        [Id] uniqueidentifier NOT NULL,
        [ReminderId] uniqueidentifier NOT NULL,
        [RegistrationId] uniqueidentifier NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_ReminderDeliveries] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReminderDeliveries_Reminders_ReminderId] FOREIGN KEY ([ReminderId]) REFERENCES [Reminders] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [SessionFiles] (
        [Id] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [SessionId] uniqueidentifier NOT NULL,
        [SpeakerId] uniqueidentifier NULL,
        [Kind] nvarchar(40) NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [Url] nvarchar(1000) NOT NULL,
        [MediaType] nvarchar(100) NOT NULL,
        [Content] varbinary(max) NULL,
        [Size] int NOT NULL,
        [IsPublic] bit NOT NULL,
        [AddedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_SessionFiles] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SessionFiles_Sessions_SessionId] FOREIGN KEY ([SessionId]) REFERENCES [Sessions] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [Slots] (
        [Id] uniqueidentifier NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [SessionId] uniqueidentifier NULL,
        [Label] nvarchar(200) NOT NULL,
        [RoomIds] nvarchar(max) NOT NULL,
        [StartsAt] datetime2 NOT NULL,
        [Minutes] int NOT NULL,
        CONSTRAINT [PK_Slots] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Slots_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Slots_Sessions_SessionId] FOREIGN KEY ([SessionId]) REFERENCES [Sessions] ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [Participations] (
        [Id] uniqueidentifier NOT NULL,
        [SessionId] uniqueidentifier NOT NULL,
        [SpeakerId] uniqueidentifier NOT NULL,
        [Role] nvarchar(40) NOT NULL,
        [Position] int NOT NULL,
        [Function] nvarchar(200) NOT NULL,
        [Organisation] nvarchar(300) NOT NULL,
        [State] nvarchar(40) NOT NULL,
        [IsRequired] bit NOT NULL,
        [Word] nvarchar(1000) NULL,
        [AnsweredByAssistant] bit NOT NULL,
        [InvitedAt] datetime2 NULL,
        [AnsweredAt] datetime2 NULL,
        [ReplacedById] uniqueidentifier NULL,
        CONSTRAINT [PK_Participations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Participations_Sessions_SessionId] FOREIGN KEY ([SessionId]) REFERENCES [Sessions] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_Participations_Speakers_SpeakerId] FOREIGN KEY ([SpeakerId]) REFERENCES [Speakers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE TABLE [Portraits] (
        [SpeakerId] uniqueidentifier NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        [MediaType] nvarchar(20) NOT NULL,
        [Content] varbinary(max) NOT NULL,
        [AltText] nvarchar(300) NOT NULL,
        CONSTRAINT [PK_Portraits] PRIMARY KEY ([SpeakerId]),
        CONSTRAINT [FK_Portraits_Speakers_SpeakerId] FOREIGN KEY ([SpeakerId]) REFERENCES [Speakers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'ConcurrencyStamp', N'Name', N'NormalizedName') AND [object_id] = OBJECT_ID(N'[Roles]'))
        SET IDENTITY_INSERT [Roles] ON;
    EXEC(N'INSERT INTO [Roles] ([Id], [ConcurrencyStamp], [Name], [NormalizedName])
    VALUES (''01920000-0000-7000-8000-000000000001'', N''01920000000070008000000000000001'', N''Administrator'', N''ADMINISTRATOR''),
    (''01920000-0000-7000-8000-000000000002'', N''01920000000070008000000000000002'', N''Organiser'', N''ORGANISER''),
    (''01920000-0000-7000-8000-000000000003'', N''01920000000070008000000000000003'', N''Programme'', N''PROGRAMME''),
    (''01920000-0000-7000-8000-000000000004'', N''01920000000070008000000000000004'', N''Reviewer'', N''REVIEWER''),
    (''01920000-0000-7000-8000-000000000005'', N''01920000000070008000000000000005'', N''Door'', N''DOOR''),
    (''01920000-0000-7000-8000-000000000006'', N''01920000000070008000000000000006'', N''Support'', N''SUPPORT''),
    (''01920000-0000-7000-8000-000000000007'', N''01920000000070008000000000000007'', N''Observer'', N''OBSERVER''),
    (''01920000-0000-7000-8000-000000000008'', N''01920000000070008000000000000008'', N''Speaker'', N''SPEAKER''),
    (''01920000-0000-7000-8000-000000000009'', N''01920000000070008000000000000009'', N''Attendee'', N''ATTENDEE'')');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'ConcurrencyStamp', N'Name', N'NormalizedName') AND [object_id] = OBJECT_ID(N'[Roles]'))
        SET IDENTITY_INSERT [Roles] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AcceptedConflicts_ConferenceId_Key] ON [AcceptedConflicts] ([ConferenceId], [Key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_AccountClaims_UserId] ON [AccountClaims] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_AccountLogins_UserId] ON [AccountLogins] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_AccountRoles_RoleId] ON [AccountRoles] ([RoleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Accounts_NormalizedEmail] ON [Accounts] ([NormalizedEmail]) WHERE [NormalizedEmail] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Accounts_NormalizedUserName] ON [Accounts] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_AgendaItems_ConferenceId_SessionId] ON [AgendaItems] ([ConferenceId], [SessionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_Agendas_AccountId] ON [Agendas] ([AccountId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Agendas_CalendarHash] ON [Agendas] ([CalendarHash]) WHERE [CalendarHash] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Agendas_ConferenceId_AccountId] ON [Agendas] ([ConferenceId], [AccountId]) WHERE [AccountId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Agendas_LinkHash] ON [Agendas] ([LinkHash]) WHERE [LinkHash] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_Availabilities_ConferenceId] ON [Availabilities] ([ConferenceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_Availabilities_OwnerId] ON [Availabilities] ([OwnerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_BoardMoves_ConferenceId_AccountId_Revision] ON [BoardMoves] ([ConferenceId], [AccountId], [Revision]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_Changes_ConferenceId_At] ON [Changes] ([ConferenceId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_Changes_SubjectId_At] ON [Changes] ([SubjectId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_CheckInLists_ConferenceId_Part] ON [CheckInLists] ([ConferenceId], [Part]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ConferenceDays_ConferenceId_Date] ON [ConferenceDays] ([ConferenceId], [Date]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ConferencePages_ConferenceId_Kind] ON [ConferencePages] ([ConferenceId], [Kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Conferences_Number] ON [Conferences] ([Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_LinkTokens_EndsAt] ON [LinkTokens] ([EndsAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_LinkTokens_Hash] ON [LinkTokens] ([Hash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_LinkTokens_SubjectId_Purpose] ON [LinkTokens] ([SubjectId], [Purpose]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_OutgoingMails_ConferenceId_CreatedAt] ON [OutgoingMails] ([ConferenceId], [CreatedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_OutgoingMails_State_DueAt] ON [OutgoingMails] ([State], [DueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_OutgoingMails_SubjectId] ON [OutgoingMails] ([SubjectId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_Participations_SessionId] ON [Participations] ([SessionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_Participations_SpeakerId] ON [Participations] ([SpeakerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_Registrations_AccountId] ON [Registrations] ([AccountId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Registrations_ConferenceId_ActiveEmail] ON [Registrations] ([ConferenceId], [ActiveEmail]) WHERE [ActiveEmail] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Registrations_ConferenceId_Code] ON [Registrations] ([ConferenceId], [Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_Registrations_ConferenceId_HoldsPlace] ON [Registrations] ([ConferenceId], [HoldsPlace]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Registrations_ConferenceId_OrderNumber] ON [Registrations] ([ConferenceId], [OrderNumber]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_Registrations_ConferenceId_Status_OrderNumber] ON [Registrations] ([ConferenceId], [Status], [OrderNumber]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Registrations_SubmissionId] ON [Registrations] ([SubmissionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Releases_ConferenceId_NameKey] ON [Releases] ([ConferenceId], [NameKey]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Releases_ConferenceId_Number] ON [Releases] ([ConferenceId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_ReminderDeliveries_RegistrationId] ON [ReminderDeliveries] ([RegistrationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ReminderDeliveries_ReminderId_RegistrationId] ON [ReminderDeliveries] ([ReminderId], [RegistrationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Reminders_ConferenceId_DaysBefore] ON [Reminders] ([ConferenceId], [DaysBefore]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_RoleClaims_RoleId] ON [RoleClaims] ([RoleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Roles_NormalizedName] ON [Roles] ([NormalizedName]) WHERE [NormalizedName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Rooms_ConferenceId_Code] ON [Rooms] ([ConferenceId], [Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Scans_InFor] ON [Scans] ([InFor]) WHERE [InFor] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_Scans_ListId_IsIn] ON [Scans] ([ListId], [IsIn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_Scans_ListId_ReceivedAt] ON [Scans] ([ListId], [ReceivedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Scans_Nonce] ON [Scans] ([Nonce]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_Scans_RegistrationId] ON [Scans] ([RegistrationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_SessionFiles_ConferenceId_Kind] ON [SessionFiles] ([ConferenceId], [Kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_SessionFiles_SessionId] ON [SessionFiles] ([SessionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Sessions_ConferenceId_Code] ON [Sessions] ([ConferenceId], [Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_SignInCodes_AccountId_CreatedAt] ON [SignInCodes] ([AccountId], [CreatedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_SignInCodes_LinkHash] ON [SignInCodes] ([LinkHash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Slots_ConferenceId_Number] ON [Slots] ([ConferenceId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_Slots_SessionId] ON [Slots] ([SessionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_Speakers_AccountId] ON [Speakers] ([AccountId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Speakers_ConferenceId_Code] ON [Speakers] ([ConferenceId], [Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_Speakers_ConferenceId_SortName] ON [Speakers] ([ConferenceId], [SortName]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Tickets_ActiveFor] ON [Tickets] ([ActiveFor]) WHERE [ActiveFor] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Tickets_Code] ON [Tickets] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_Tickets_RegistrationId] ON [Tickets] ([RegistrationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    CREATE INDEX [IX_Tracks_ConferenceId] ON [Tracks] ([ConferenceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124022000_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261124022000_Initial', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040137_Workshops'
)
BEGIN
    CREATE TABLE [WorkshopRules] (
        [Id] uniqueidentifier NOT NULL,
        [LockCount] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        [FewestPerPerson] int NOT NULL,
        [MostPerPerson] int NULL,
        CONSTRAINT [PK_WorkshopRules] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_WorkshopRules_Conferences_Id] FOREIGN KEY ([Id]) REFERENCES [Conferences] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040137_Workshops'
)
BEGIN
    CREATE TABLE [Workshops] (
        [Id] uniqueidentifier NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [SessionId] uniqueidentifier NOT NULL,
        [Code] nvarchar(6) NOT NULL,
        [Day] int NOT NULL,
        [EndsAt] datetime2 NOT NULL,
        [IsOn] bit NOT NULL,
        [Room] nvarchar(1000) NOT NULL,
        [SeatsAsReleased] int NOT NULL,
        [StartsAt] datetime2 NOT NULL,
        [Title] nvarchar(200) NOT NULL,
        [ClosesAt] datetime2 NOT NULL,
        [IsPaused] bit NOT NULL,
        [Lands] nvarchar(400) NOT NULL,
        [Levels] nvarchar(200) NOT NULL,
        [MostWaiting] int NULL,
        [NeedsDay] bit NOT NULL,
        [OfferHours] int NOT NULL,
        [OpensAt] datetime2 NOT NULL,
        [Promotion] nvarchar(40) NOT NULL,
        [Seats] int NULL,
        [StopMinutes] int NOT NULL,
        CONSTRAINT [PK_Workshops] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Workshops_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Workshops_Sessions_SessionId] FOREIGN KEY ([SessionId]) REFERENCES [Sessions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040137_Workshops'
)
BEGIN
    CREATE TABLE [SignUps] (
        [Id] uniqueidentifier NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [WorkshopId] uniqueidentifier NOT NULL,
        [RegistrationId] uniqueidentifier NOT NULL,
        [ActiveFor] uniqueidentifier NULL,
        [Rank] bigint NOT NULL,
        [Status] nvarchar(40) NOT NULL,
        [HoldsSeat] bit NOT NULL,
        [HeldUntil] datetime2 NULL,
        [SignedUpAt] datetime2 NOT NULL,
        [SeatedAt] datetime2 NULL,
        [EndedAt] datetime2 NULL,
        [Reason] nvarchar(500) NULL,
        CONSTRAINT [PK_SignUps] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SignUps_Registrations_RegistrationId] FOREIGN KEY ([RegistrationId]) REFERENCES [Registrations] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_SignUps_Workshops_WorkshopId] FOREIGN KEY ([WorkshopId]) REFERENCES [Workshops] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040137_Workshops'
)
BEGIN
    CREATE INDEX [IX_SignUps_ActiveFor] ON [SignUps] ([ActiveFor]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040137_Workshops'
)
BEGIN
    CREATE INDEX [IX_SignUps_ConferenceId_Status] ON [SignUps] ([ConferenceId], [Status]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040137_Workshops'
)
BEGIN
    CREATE INDEX [IX_SignUps_RegistrationId] ON [SignUps] ([RegistrationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040137_Workshops'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_SignUps_WorkshopId_ActiveFor] ON [SignUps] ([WorkshopId], [ActiveFor]) WHERE [ActiveFor] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040137_Workshops'
)
BEGIN
    CREATE INDEX [IX_SignUps_WorkshopId_HoldsSeat] ON [SignUps] ([WorkshopId], [HoldsSeat]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040137_Workshops'
)
BEGIN
    CREATE INDEX [IX_SignUps_WorkshopId_Status_Rank] ON [SignUps] ([WorkshopId], [Status], [Rank]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040137_Workshops'
)
BEGIN
    CREATE INDEX [IX_Workshops_ConferenceId] ON [Workshops] ([ConferenceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040137_Workshops'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Workshops_SessionId] ON [Workshops] ([SessionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040137_Workshops'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126040137_Workshops', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126132339_Contingents'
)
BEGIN
    DROP INDEX [IX_Registrations_ConferenceId_HoldsPlace] ON [Registrations];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126132339_Contingents'
)
BEGIN
    ALTER TABLE [Registrations] ADD [ContingentId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126132339_Contingents'
)
BEGIN
    CREATE TABLE [Contingents] (
        [Id] uniqueidentifier NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [Domains] nvarchar(4000) NOT NULL,
        [Lands] nvarchar(400) NOT NULL,
        [Levels] nvarchar(200) NOT NULL,
        [Name] nvarchar(80) NOT NULL,
        [Organisations] nvarchar(4000) NOT NULL,
        [ParentId] uniqueidentifier NULL,
        [Places] int NOT NULL,
        [ReleasedAt] datetime2 NULL,
        CONSTRAINT [PK_Contingents] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Contingents_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126132339_Contingents'
)
BEGIN
    CREATE INDEX [IX_Registrations_ConferenceId_HoldsPlace_ContingentId_Status] ON [Registrations] ([ConferenceId], [HoldsPlace], [ContingentId], [Status]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126132339_Contingents'
)
BEGIN
    CREATE INDEX [IX_Registrations_ContingentId] ON [Registrations] ([ContingentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126132339_Contingents'
)
BEGIN
    CREATE INDEX [IX_Contingents_ConferenceId] ON [Contingents] ([ConferenceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126132339_Contingents'
)
BEGIN
    ALTER TABLE [Registrations] ADD CONSTRAINT [FK_Registrations_Contingents_ContingentId] FOREIGN KEY ([ContingentId]) REFERENCES [Contingents] ([Id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126132339_Contingents'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126132339_Contingents', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126141153_Allotment'
)
BEGIN
    ALTER TABLE [Workshops] ADD [AllottedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126141153_Allotment'
)
BEGIN
    ALTER TABLE [Workshops] ADD [KeptLands] nvarchar(400) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126141153_Allotment'
)
BEGIN
    ALTER TABLE [Workshops] ADD [KeptLevels] nvarchar(200) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126141153_Allotment'
)
BEGIN
    ALTER TABLE [Workshops] ADD [KeptSeats] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126141153_Allotment'
)
BEGIN
    ALTER TABLE [Workshops] ADD [KeptUntil] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126141153_Allotment'
)
BEGIN
    ALTER TABLE [Workshops] ADD [Mode] nvarchar(40) NOT NULL DEFAULT N'FirstCome';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126141153_Allotment'
)
BEGIN
    ALTER TABLE [WorkshopRules] ADD [MostWishes] int NOT NULL DEFAULT 5;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126141153_Allotment'
)
BEGIN
    ALTER TABLE [WorkshopRules] ADD [WishesFrom] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126141153_Allotment'
)
BEGIN
    ALTER TABLE [WorkshopRules] ADD [WishesUntil] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126141153_Allotment'
)
BEGIN
    CREATE TABLE [AllotmentRuns] (
        [Id] uniqueidentifier NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [Seed] int NOT NULL,
        [Inputs] nvarchar(max) NOT NULL,
        [MadeBy] uniqueidentifier NOT NULL,
        [MadeAt] datetime2 NOT NULL,
        [PublishedAt] datetime2 NULL,
        CONSTRAINT [PK_AllotmentRuns] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AllotmentRuns_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126141153_Allotment'
)
BEGIN
    CREATE TABLE [WishAdjustments] (
        [Id] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [RegistrationId] uniqueidentifier NOT NULL,
        [WorkshopId] uniqueidentifier NOT NULL,
        [Kind] nvarchar(40) NOT NULL,
        [Reason] nvarchar(500) NOT NULL,
        [MadeAt] datetime2 NOT NULL,
        CONSTRAINT [PK_WishAdjustments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_WishAdjustments_Registrations_RegistrationId] FOREIGN KEY ([RegistrationId]) REFERENCES [Registrations] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_WishAdjustments_Workshops_WorkshopId] FOREIGN KEY ([WorkshopId]) REFERENCES [Workshops] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126141153_Allotment'
)
BEGIN
    CREATE TABLE [Wishes] (
        [Id] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [RegistrationId] uniqueidentifier NOT NULL,
        [WorkshopId] uniqueidentifier NOT NULL,
        [Rank] int NOT NULL,
        [MadeAt] datetime2 NOT NULL,
        CONSTRAINT [PK_Wishes] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Wishes_Registrations_RegistrationId] FOREIGN KEY ([RegistrationId]) REFERENCES [Registrations] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_Wishes_Workshops_WorkshopId] FOREIGN KEY ([WorkshopId]) REFERENCES [Workshops] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126141153_Allotment'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AllotmentRuns_ConferenceId_Number] ON [AllotmentRuns] ([ConferenceId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126141153_Allotment'
)
BEGIN
    CREATE INDEX [IX_WishAdjustments_ConferenceId] ON [WishAdjustments] ([ConferenceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126141153_Allotment'
)
BEGIN
    CREATE UNIQUE INDEX [IX_WishAdjustments_RegistrationId_WorkshopId] ON [WishAdjustments] ([RegistrationId], [WorkshopId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126141153_Allotment'
)
BEGIN
    CREATE INDEX [IX_WishAdjustments_WorkshopId] ON [WishAdjustments] ([WorkshopId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126141153_Allotment'
)
BEGIN
    CREATE INDEX [IX_Wishes_ConferenceId] ON [Wishes] ([ConferenceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126141153_Allotment'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Wishes_RegistrationId_WorkshopId] ON [Wishes] ([RegistrationId], [WorkshopId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126141153_Allotment'
)
BEGIN
    CREATE INDEX [IX_Wishes_WorkshopId] ON [Wishes] ([WorkshopId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126141153_Allotment'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126141153_Allotment', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126143938_Groups'
)
BEGIN
    ALTER TABLE [Conferences] ADD [InterpreterAlarmAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126143938_Groups'
)
BEGIN
    ALTER TABLE [Conferences] ADD [InterpretersOrderBy] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126143938_Groups'
)
BEGIN
    ALTER TABLE [Conferences] ADD [InterpretersOrdered] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126143938_Groups'
)
BEGIN
    CREATE TABLE [Groups] (
        [Id] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [SubmissionId] uniqueidentifier NOT NULL,
        [ContactEmail] nvarchar(254) NOT NULL,
        [ContactName] nvarchar(800) NOT NULL,
        [Organisation] nvarchar(300) NOT NULL,
        [Level] nvarchar(40) NOT NULL,
        [Land] nvarchar(40) NULL,
        [Language] nvarchar(2) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_Groups] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Groups_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126143938_Groups'
)
BEGIN
    CREATE TABLE [GroupMembers] (
        [Id] uniqueidentifier NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        [GroupId] uniqueidentifier NOT NULL,
        [RowId] uniqueidentifier NOT NULL,
        [Position] int NOT NULL,
        [Email] nvarchar(254) NOT NULL,
        [Title] nvarchar(60) NULL,
        [GivenName] nvarchar(360) NOT NULL,
        [FamilyName] nvarchar(360) NOT NULL,
        [Function] nvarchar(200) NULL,
        [Day1] bit NOT NULL,
        [Day2] bit NOT NULL,
        [Evening] bit NOT NULL,
        [RegistrationId] uniqueidentifier NULL,
        [AddedAt] datetime2 NOT NULL,
        [HeldUntil] datetime2 NOT NULL,
        [SentAt] datetime2 NOT NULL,
        [RemovedAt] datetime2 NULL,
        CONSTRAINT [PK_GroupMembers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_GroupMembers_Groups_GroupId] FOREIGN KEY ([GroupId]) REFERENCES [Groups] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_GroupMembers_Registrations_RegistrationId] FOREIGN KEY ([RegistrationId]) REFERENCES [Registrations] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126143938_Groups'
)
BEGIN
    CREATE UNIQUE INDEX [IX_GroupMembers_GroupId_RowId] ON [GroupMembers] ([GroupId], [RowId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126143938_Groups'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_GroupMembers_RegistrationId] ON [GroupMembers] ([RegistrationId]) WHERE [RegistrationId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126143938_Groups'
)
BEGIN
    CREATE INDEX [IX_Groups_ConferenceId_ContactEmail] ON [Groups] ([ConferenceId], [ContactEmail]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126143938_Groups'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Groups_SubmissionId] ON [Groups] ([SubmissionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126143938_Groups'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126143938_Groups', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126150111_Invitations'
)
BEGIN
    ALTER TABLE [Registrations] ADD [AccompaniesId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126150111_Invitations'
)
BEGIN
    ALTER TABLE [Registrations] ADD [InvitationCodeId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126150111_Invitations'
)
BEGIN
    ALTER TABLE [Registrations] ADD [InvitationId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126150111_Invitations'
)
BEGIN
    ALTER TABLE [Registrations] ADD [InvitedTo] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126150111_Invitations'
)
BEGIN
    ALTER TABLE [Registrations] ADD [Kind] nvarchar(40) NOT NULL DEFAULT N'Attendee';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126150111_Invitations'
)
BEGIN
    CREATE TABLE [InvitationCodes] (
        [Id] uniqueidentifier NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [Code] varchar(12) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [ContingentId] uniqueidentifier NULL,
        [EndsAt] datetime2 NOT NULL,
        [Kind] nvarchar(40) NOT NULL,
        [Name] nvarchar(80) NOT NULL,
        [Uses] int NOT NULL,
        CONSTRAINT [PK_InvitationCodes] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_InvitationCodes_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126150111_Invitations'
)
BEGIN
    CREATE TABLE [Invitations] (
        [Id] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [Email] nvarchar(254) NOT NULL,
        [ContingentId] uniqueidentifier NULL,
        [Kind] nvarchar(40) NOT NULL,
        [Language] nvarchar(2) NOT NULL,
        [InvitedAt] datetime2 NOT NULL,
        [EndsAt] datetime2 NOT NULL,
        [RemindAt] datetime2 NULL,
        [RemindedAt] datetime2 NULL,
        [DeclinedAt] datetime2 NULL,
        CONSTRAINT [PK_Invitations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Invitations_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126150111_Invitations'
)
BEGIN
    CREATE INDEX [IX_Registrations_AccompaniesId] ON [Registrations] ([AccompaniesId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126150111_Invitations'
)
BEGIN
    CREATE INDEX [IX_Registrations_InvitationCodeId] ON [Registrations] ([InvitationCodeId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126150111_Invitations'
)
BEGIN
    CREATE UNIQUE INDEX [IX_InvitationCodes_Code] ON [InvitationCodes] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126150111_Invitations'
)
BEGIN
    CREATE INDEX [IX_InvitationCodes_ConferenceId] ON [InvitationCodes] ([ConferenceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126150111_Invitations'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Invitations_ConferenceId_Email] ON [Invitations] ([ConferenceId], [Email]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126150111_Invitations'
)
BEGIN
    CREATE INDEX [IX_Invitations_RemindAt] ON [Invitations] ([RemindAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126150111_Invitations'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126150111_Invitations', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126151345_WorkshopDoors'
)
BEGIN
    DROP INDEX [IX_CheckInLists_ConferenceId_Part] ON [CheckInLists];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126151345_WorkshopDoors'
)
BEGIN
    ALTER TABLE [Workshops] ADD [ReleaseMinutes] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126151345_WorkshopDoors'
)
BEGIN
    ALTER TABLE [CheckInLists] ADD [LockCount] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126151345_WorkshopDoors'
)
BEGIN
    ALTER TABLE [CheckInLists] ADD [WorkshopId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126151345_WorkshopDoors'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_CheckInLists_ConferenceId_Part] ON [CheckInLists] ([ConferenceId], [Part]) WHERE WorkshopId IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126151345_WorkshopDoors'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_CheckInLists_WorkshopId] ON [CheckInLists] ([WorkshopId]) WHERE WorkshopId IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126151345_WorkshopDoors'
)
BEGIN
    ALTER TABLE [CheckInLists] ADD CONSTRAINT [FK_CheckInLists_Workshops_WorkshopId] FOREIGN KEY ([WorkshopId]) REFERENCES [Workshops] ([Id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126151345_WorkshopDoors'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126151345_WorkshopDoors', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126171634_OwnRegistrations'
)
BEGIN
    DROP INDEX [IX_Registrations_AccountId] ON [Registrations];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126171634_OwnRegistrations'
)
BEGIN
    CREATE INDEX [IX_Registrations_AccountId_ConferenceId] ON [Registrations] ([AccountId], [ConferenceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126171634_OwnRegistrations'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126171634_OwnRegistrations', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180158_Imports'
)
BEGIN
    CREATE TABLE [ExportTemplates] (
        [Id] uniqueidentifier NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [Name] nvarchar(80) NOT NULL,
        [Columns] nvarchar(1000) NOT NULL,
        [Filter] nvarchar(500) NOT NULL,
        [Format] nvarchar(40) NOT NULL,
        CONSTRAINT [PK_ExportTemplates] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ExportTemplates_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180158_Imports'
)
BEGIN
    CREATE TABLE [ImportedAttendees] (
        [Id] uniqueidentifier NOT NULL,
        [ConferenceId] uniqueidentifier NOT NULL,
        [Reference] nvarchar(180) NOT NULL,
        [RegistrationId] uniqueidentifier NOT NULL,
        [ImportedAt] datetime2 NOT NULL,
        [ToldPerson] nvarchar(64) NOT NULL,
        [ToldDay1] bit NOT NULL,
        [ToldDay2] bit NOT NULL,
        [ToldEvening] bit NOT NULL,
        CONSTRAINT [PK_ImportedAttendees] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ImportedAttendees_Conferences_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conferences] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ImportedAttendees_Registrations_RegistrationId] FOREIGN KEY ([RegistrationId]) REFERENCES [Registrations] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180158_Imports'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ExportTemplates_ConferenceId_Name] ON [ExportTemplates] ([ConferenceId], [Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180158_Imports'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ImportedAttendees_ConferenceId_Reference] ON [ImportedAttendees] ([ConferenceId], [Reference]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180158_Imports'
)
BEGIN
    CREATE INDEX [IX_ImportedAttendees_RegistrationId] ON [ImportedAttendees] ([RegistrationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180158_Imports'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126180158_Imports', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127050217_InterpreterKinds'
)
BEGIN
    EXEC sp_rename N'[Conferences].[InterpretersOrdered]', N'SpeechToTextOrdered', 'COLUMN';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127050217_InterpreterKinds'
)
BEGIN
    EXEC sp_rename N'[Conferences].[InterpreterAlarmAt]', N'SpeechToTextAlarmAt', 'COLUMN';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127050217_InterpreterKinds'
)
BEGIN
    ALTER TABLE [Conferences] ADD [SignLanguageAlarmAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127050217_InterpreterKinds'
)
BEGIN
    ALTER TABLE [Conferences] ADD [SignLanguageOrdered] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127050217_InterpreterKinds'
)
BEGIN
    EXEC(N'UPDATE Conferences SET SignLanguageOrdered = SpeechToTextOrdered, SignLanguageAlarmAt = SpeechToTextAlarmAt')
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127050217_InterpreterKinds'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127050217_InterpreterKinds', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127073943_WorkshopBlocks'
)
BEGIN
    ALTER TABLE [WorkshopRules] ADD [Blocks] nvarchar(max) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127073943_WorkshopBlocks'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127073943_WorkshopBlocks', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127090310_PublishedDraws'
)
BEGIN
    ALTER TABLE [AllotmentRuns] ADD [Counts] nvarchar(max) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127090310_PublishedDraws'
)
BEGIN
    CREATE TABLE [AllotmentResults] (
        [RunId] uniqueidentifier NOT NULL,
        [RegistrationId] uniqueidentifier NOT NULL,
        [Level] nvarchar(40) NOT NULL,
        [Lot] int NOT NULL,
        [Wishes] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_AllotmentResults] PRIMARY KEY ([RunId], [RegistrationId]),
        CONSTRAINT [FK_AllotmentResults_AllotmentRuns_RunId] FOREIGN KEY ([RunId]) REFERENCES [AllotmentRuns] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_AllotmentResults_Registrations_RegistrationId] FOREIGN KEY ([RegistrationId]) REFERENCES [Registrations] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127090310_PublishedDraws'
)
BEGIN
    CREATE INDEX [IX_AllotmentResults_RegistrationId] ON [AllotmentResults] ([RegistrationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127090310_PublishedDraws'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127090310_PublishedDraws', N'10.0.15');
END;

COMMIT;
GO

