#!/usr/bin/env bash
# Makes the one migration of each provider anew, and the script for administrators.
# Right only as long as nothing has been released; afterwards add migrations as db/README.md says.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
rm -rf db/Kongress.Database/*/Migrations
for provider in Sqlite SqlServer; do
  dotnet ef migrations add Initial --project db/Kongress.Database --context "${provider}KongressDb" --output-dir "$provider/Migrations"
done
dotnet ef migrations script --idempotent --project db/Kongress.Database --context SqlServerKongressDb --output db/sqlserver/kongress.sql
