# Build: SDK and Node. Run: the ASP.NET Core image, no SDK, not root. What this needs at run time stands in docs/operations.md.
# The images come from whatever registry the office uses:
#   docker build --build-arg SDK_IMAGE=<.NET SDK 10> --build-arg RUNTIME_IMAGE=<ASP.NET Core 10> .
ARG SDK_IMAGE
ARG RUNTIME_IMAGE

FROM node:20-bookworm-slim AS node

FROM ${SDK_IMAGE} AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
# What restore reads comes first, so that a change of code does not restore again.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/PartyOfficeTracker.Reading/*.csproj src/PartyOfficeTracker.Reading/packages.lock.json src/PartyOfficeTracker.Reading/
COPY src/PartyOfficeTracker.Core/*.csproj src/PartyOfficeTracker.Core/packages.lock.json src/PartyOfficeTracker.Core/
COPY src/PartyOfficeTracker.Migrations.Sqlite/*.csproj src/PartyOfficeTracker.Migrations.Sqlite/packages.lock.json src/PartyOfficeTracker.Migrations.Sqlite/
COPY src/PartyOfficeTracker.Migrations.SqlServer/*.csproj src/PartyOfficeTracker.Migrations.SqlServer/packages.lock.json src/PartyOfficeTracker.Migrations.SqlServer/
COPY src/PartyOfficeTracker.Web/*.csproj src/PartyOfficeTracker.Web/packages*.lock.json src/PartyOfficeTracker.Web/
# With what compiles ahead. The lock file of this machine's kind is there for linux-x64; another kind makes its own.
RUN dotnet restore src/PartyOfficeTracker.Web -p:_IsPublishing=true $([ "$(uname -m)" = x86_64 ] && echo --locked-mode)
COPY src/PartyOfficeTracker.Web/package.json src/PartyOfficeTracker.Web/package-lock.json src/PartyOfficeTracker.Web/
RUN cd src/PartyOfficeTracker.Web && npm ci --ignore-scripts --no-audit --no-fund
COPY src/ src/
RUN dotnet publish src/PartyOfficeTracker.Web -c Release --no-restore -o /app

FROM ${RUNTIME_IMAGE} AS run
WORKDIR /app
COPY --from=build /app .
# The image's own account without rights. It owns the data folder and nothing else.
RUN mkdir /data && chown "$APP_UID" /data
ENV Database__Folder=/data ASPNETCORE_HTTP_PORTS=8080
VOLUME /data
USER $APP_UID
EXPOSE 8080
# The image has no curl: bash opens the port itself.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/live HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "PartyOfficeTracker.Web.dll"]
