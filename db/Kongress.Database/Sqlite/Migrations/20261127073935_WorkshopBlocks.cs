using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kongress.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WorkshopBlocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Blocks",
                table: "WorkshopRules",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Blocks",
                table: "WorkshopRules");
        }
    }
}
