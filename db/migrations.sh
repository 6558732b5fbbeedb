#!/usr/bin/env bash
# Adds a migration of each provider, and writes the script for administrators anew: bash db/migrations.sh NAME
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
dotnet build db/Kongress.Database -v q -p:RunAnalyzers=false
for provider in Sqlite SqlServer; do
  dotnet ef migrations add "$1" --no-build --project db/Kongress.Database --context "${provider}KongressDb" --output-dir "$provider/Migrations"
done
dotnet build db/Kongress.Database -v q -p:RunAnalyzers=false
dotnet ef migrations script --no-build --idempotent --project db/Kongress.Database --context SqlServerKongressDb --output db/sqlserver/kongress.sql
