using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kongress.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OwnRegistrations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Registrations_AccountId",
                table: "Registrations");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_AccountId_ConferenceId",
                table: "Registrations",
                columns: new[] { "AccountId", "ConferenceId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Registrations_AccountId_ConferenceId",
                table: "Registrations");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_AccountId",
                table: "Registrations",
                column: "AccountId");
        }
    }
}
