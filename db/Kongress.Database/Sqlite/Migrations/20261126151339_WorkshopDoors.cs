using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kongress.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WorkshopDoors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CheckInLists_ConferenceId_Part",
                table: "CheckInLists");

            migrationBuilder.AddColumn<int>(
                name: "ReleaseMinutes",
                table: "Workshops",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LockCount",
                table: "CheckInLists",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "WorkshopId",
                table: "CheckInLists",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_CheckInLists_ConferenceId_Part",
                table: "CheckInLists",
                columns: new[] { "ConferenceId", "Part" },
                unique: true,
                filter: "WorkshopId IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CheckInLists_WorkshopId",
                table: "CheckInLists",
                column: "WorkshopId",
                unique: true,
                filter: "WorkshopId IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_CheckInLists_Workshops_WorkshopId",
                table: "CheckInLists",
                column: "WorkshopId",
                principalTable: "Workshops",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_CheckInLists_Workshops_WorkshopId",
                table: "CheckInLists");

            migrationBuilder.DropIndex(
                name: "IX_CheckInLists_ConferenceId_Part",
                table: "CheckInLists");

            migrationBuilder.DropIndex(
                name: "IX_CheckInLists_WorkshopId",
                table: "CheckInLists");

            migrationBuilder.DropColumn(
                name: "ReleaseMinutes",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "LockCount",
                table: "CheckInLists");

            migrationBuilder.DropColumn(
                name: "WorkshopId",
                table: "CheckInLists");

            migrationBuilder.CreateIndex(
                name: "IX_CheckInLists_ConferenceId_Part",
                table: "CheckInLists",
                columns: new[] { "ConferenceId", "Part" },
                unique: true);
        }
    }
}
