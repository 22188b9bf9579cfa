@echo off
rem Runs the vigie command line with the runtime beside it or, where there is none, with an installed Java.
rem VIGIE_JAVA_OPTS passes options to the JVM, for example -Xmx8g.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if exist "%HOME_DIR%\runtime\bin\java.exe" set "JAVA=%HOME_DIR%\runtime\bin\java"
"%JAVA%" "@%HOME_DIR%\lib\jvm.options" %VIGIE_JAVA_OPTS% -jar "%HOME_DIR%\lib\vigie.jar" %*
