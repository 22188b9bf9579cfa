@echo off
rem Runs the vigie command line; builds it first when there is no jar yet.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%cli\target\vigie.jar"
if not exist "%JAR%" (
  echo vigie: building ^(once; about a minute on first use^)... 1>&2
  pushd "%HOME_DIR%"
  call mvnw.cmd -q -B -pl cli -am package -DskipTests -Dspotless.check.skip -Denforcer.skip -Djacoco.skip || (popd & exit /b 1)
  popd
)
java "@%HOME_DIR%cli\src\launcher\jvm.options" %VIGIE_JAVA_OPTS% -jar "%JAR%" %*
