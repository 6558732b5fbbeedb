using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kongress.Database.SqlServer.Migrations
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
                type: "nvarchar(max)",
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
