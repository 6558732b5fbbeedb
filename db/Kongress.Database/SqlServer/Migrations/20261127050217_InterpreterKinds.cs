using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kongress.Database.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class InterpreterKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "InterpretersOrdered",
                table: "Conferences",
                newName: "SpeechToTextOrdered");

            migrationBuilder.RenameColumn(
                name: "InterpreterAlarmAt",
                table: "Conferences",
                newName: "SpeechToTextAlarmAt");

            migrationBuilder.AddColumn<DateTime>(
                name: "SignLanguageAlarmAt",
                table: "Conferences",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SignLanguageOrdered",
                table: "Conferences",
                type: "bit",
                nullable: false,
                defaultValue: false);

            // What was ordered and told before held for both kinds. By itself, as the batch knows no column before it has run.
            migrationBuilder.Sql("EXEC(N'UPDATE Conferences SET SignLanguageOrdered = SpeechToTextOrdered, SignLanguageAlarmAt = SpeechToTextAlarmAt')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SignLanguageAlarmAt",
                table: "Conferences");

            migrationBuilder.DropColumn(
                name: "SignLanguageOrdered",
                table: "Conferences");

            migrationBuilder.RenameColumn(
                name: "SpeechToTextOrdered",
                table: "Conferences",
                newName: "InterpretersOrdered");

            migrationBuilder.RenameColumn(
                name: "SpeechToTextAlarmAt",
                table: "Conferences",
                newName: "InterpreterAlarmAt");
        }
    }
}
