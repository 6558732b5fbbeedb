using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kongress.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Contingents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Registrations_ConferenceId_HoldsPlace",
                table: "Registrations");

            migrationBuilder.AddColumn<Guid>(
                name: "ContingentId",
                table: "Registrations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Contingents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConferenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Domains = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Lands = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Levels = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Organisations = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Places = table.Column<int>(type: "INTEGER", nullable: false),
                    ReleasedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contingents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Contingents_Conferences_ConferenceId",
                        column: x => x.ConferenceId,
                        principalTable: "Conferences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_ConferenceId_HoldsPlace_ContingentId_Status",
                table: "Registrations",
                columns: new[] { "ConferenceId", "HoldsPlace", "ContingentId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_ContingentId",
                table: "Registrations",
                column: "ContingentId");

            migrationBuilder.CreateIndex(
                name: "IX_Contingents_ConferenceId",
                table: "Contingents",
                column: "ConferenceId");

            migrationBuilder.AddForeignKey(
                name: "FK_Registrations_Contingents_ContingentId",
                table: "Registrations",
                column: "ContingentId",
                principalTable: "Contingents",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Registrations_Contingents_ContingentId",
                table: "Registrations");

            migrationBuilder.DropTable(
                name: "Contingents");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_ConferenceId_HoldsPlace_ContingentId_Status",
                table: "Registrations");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_ContingentId",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "ContingentId",
                table: "Registrations");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_ConferenceId_HoldsPlace",
                table: "Registrations",
                columns: new[] { "ConferenceId", "HoldsPlace" });
        }
    }
}
