# The api, for a cluster. From the root of the repository: docker build -f deploy/api.Dockerfile -t helpdesk-api .
# Helpdesk__Silo=embedded (default) makes it a silo as well, remote lets it only call the silos.
FROM node:22-bookworm-slim AS web
WORKDIR /source
COPY src/web/package.json src/web/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY src/web .
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
COPY --from=web /source/dist src/web/dist
RUN dotnet publish api/Helpdesk.Api.csproj -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# A volume that is mounted here belongs to the account that runs the program.
RUN install -d -m 700 -o $APP_UID /files
USER $APP_UID
ENV ASPNETCORE_URLS=http://+:8080
EXPOSE 8080 11111 30000
ENTRYPOINT ["dotnet", "Helpdesk.Api.dll"]
