using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kongress.Database.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Workshops : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "WorkshopRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LockCount = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FewestPerPerson = table.Column<int>(type: "int", nullable: false),
                    MostPerPerson = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkshopRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkshopRules_Conferences_Id",
                        column: x => x.Id,
                        principalTable: "Conferences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Workshops",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ConferenceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SessionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    Day = table.Column<int>(type: "int", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    IsOn = table.Column<bool>(type: "bit", nullable: false),
                    Room = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    SeatsAsReleased = table.Column<int>(type: "int", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ClosesAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    IsPaused = table.Column<bool>(type: "bit", nullable: false),
                    Lands = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Levels = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    MostWaiting = table.Column<int>(type: "int", nullable: true),
                    NeedsDay = table.Column<bool>(type: "bit", nullable: false),
                    OfferHours = table.Column<int>(type: "int", nullable: false),
                    OpensAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Promotion = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Seats = table.Column<int>(type: "int", nullable: true),
                    StopMinutes = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Workshops", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Workshops_Conferences_ConferenceId",
                        column: x => x.ConferenceId,
                        principalTable: "Conferences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Workshops_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignUps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ConferenceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WorkshopId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegistrationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ActiveFor = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Rank = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    HoldsSeat = table.Column<bool>(type: "bit", nullable: false),
                    HeldUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SignedUpAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SeatedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignUps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignUps_Registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "Registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SignUps_Workshops_WorkshopId",
                        column: x => x.WorkshopId,
                        principalTable: "Workshops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SignUps_ActiveFor",
                table: "SignUps",
                column: "ActiveFor");

            migrationBuilder.CreateIndex(
                name: "IX_SignUps_ConferenceId_Status",
                table: "SignUps",
                columns: new[] { "ConferenceId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_SignUps_RegistrationId",
                table: "SignUps",
                column: "RegistrationId");

            migrationBuilder.CreateIndex(
                name: "IX_SignUps_WorkshopId_ActiveFor",
                table: "SignUps",
                columns: new[] { "WorkshopId", "ActiveFor" },
                unique: true,
                filter: "[ActiveFor] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SignUps_WorkshopId_HoldsSeat",
                table: "SignUps",
                columns: new[] { "WorkshopId", "HoldsSeat" });

            migrationBuilder.CreateIndex(
                name: "IX_SignUps_WorkshopId_Status_Rank",
                table: "SignUps",
                columns: new[] { "WorkshopId", "Status", "Rank" });

            migrationBuilder.CreateIndex(
                name: "IX_Workshops_ConferenceId",
                table: "Workshops",
                column: "ConferenceId");

            migrationBuilder.CreateIndex(
                name: "IX_Workshops_SessionId",
                table: "Workshops",
                column: "SessionId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SignUps");

            migrationBuilder.DropTable(
                name: "WorkshopRules");

            migrationBuilder.DropTable(
                name: "Workshops");
        }
    }
}
