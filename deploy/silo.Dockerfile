# A silo of the cluster. From the root of the repository: docker build -f deploy/silo.Dockerfile -t helpdesk-silo .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish silo/Helpdesk.Silo.csproj -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# A volume that is mounted here belongs to the account that runs the program.
RUN install -d -m 700 -o $APP_UID /files
USER $APP_UID
# 8080: health. 11111 and 30000: silos and clients of the cluster; never open to anybody else.
ENV ASPNETCORE_URLS=http://+:8080
EXPOSE 8080 11111 30000
ENTRYPOINT ["dotnet", "Helpdesk.Silo.dll"]
