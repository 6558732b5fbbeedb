using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kongress.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Allotment : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "AllottedAt",
                table: "Workshops",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KeptLands",
                table: "Workshops",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "KeptLevels",
                table: "Workshops",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "KeptSeats",
                table: "Workshops",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "KeptUntil",
                table: "Workshops",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Mode",
                table: "Workshops",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "FirstCome");

            migrationBuilder.AddColumn<int>(
                name: "MostWishes",
                table: "WorkshopRules",
                type: "INTEGER",
                nullable: false,
                defaultValue: 5);

            migrationBuilder.AddColumn<DateTime>(
                name: "WishesFrom",
                table: "WorkshopRules",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WishesUntil",
                table: "WorkshopRules",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AllotmentRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConferenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Seed = table.Column<int>(type: "INTEGER", nullable: false),
                    Inputs = table.Column<string>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AllotmentRuns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AllotmentRuns_Conferences_ConferenceId",
                        column: x => x.ConferenceId,
                        principalTable: "Conferences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WishAdjustments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConferenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RegistrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkshopId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WishAdjustments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WishAdjustments_Registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "Registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_WishAdjustments_Workshops_WorkshopId",
                        column: x => x.WorkshopId,
                        principalTable: "Workshops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Wishes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConferenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RegistrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkshopId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Wishes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Wishes_Registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "Registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Wishes_Workshops_WorkshopId",
                        column: x => x.WorkshopId,
                        principalTable: "Workshops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AllotmentRuns_ConferenceId_Number",
                table: "AllotmentRuns",
                columns: new[] { "ConferenceId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WishAdjustments_ConferenceId",
                table: "WishAdjustments",
                column: "ConferenceId");

            migrationBuilder.CreateIndex(
                name: "IX_WishAdjustments_RegistrationId_WorkshopId",
                table: "WishAdjustments",
                columns: new[] { "RegistrationId", "WorkshopId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WishAdjustments_WorkshopId",
                table: "WishAdjustments",
                column: "WorkshopId");

            migrationBuilder.CreateIndex(
                name: "IX_Wishes_ConferenceId",
                table: "Wishes",
                column: "ConferenceId");

            migrationBuilder.CreateIndex(
                name: "IX_Wishes_RegistrationId_WorkshopId",
                table: "Wishes",
                columns: new[] { "RegistrationId", "WorkshopId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Wishes_WorkshopId",
                table: "Wishes",
                column: "WorkshopId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AllotmentRuns");

            migrationBuilder.DropTable(
                name: "WishAdjustments");

            migrationBuilder.DropTable(
                name: "Wishes");

            migrationBuilder.DropColumn(
                name: "AllottedAt",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "KeptLands",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "KeptLevels",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "KeptSeats",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "KeptUntil",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "Mode",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "MostWishes",
                table: "WorkshopRules");

            migrationBuilder.DropColumn(
                name: "WishesFrom",
                table: "WorkshopRules");

            migrationBuilder.DropColumn(
                name: "WishesUntil",
                table: "WorkshopRules");
        }
    }
}
