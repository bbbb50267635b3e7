@echo off
rem Starts Mailroom with the Java that JAVA_HOME names, else with the one on the PATH. Options for it: MAILROOM_JAVA_OPTIONS.
setlocal
for %%I in ("%~dp0..") do set "HOME_FOLDER=%%~fI"
if not exist "%HOME_FOLDER%\mailroom.jar" (
    echo mailroom: there is no mailroom.jar in "%HOME_FOLDER%". Unpack the whole archive again. 1>&2
    exit /b 4
)

set "JAVA_COMMAND=java"
if not defined JAVA_HOME goto :on_path
set "JAVA_COMMAND=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA_COMMAND%" goto :version
echo mailroom: JAVA_HOME is "%JAVA_HOME%", but there is no bin\java.exe in it. Set it to a Java 17 or newer, or unset it. 1>&2
exit /b 4
:on_path
where java >nul 2>nul
if not errorlevel 1 goto :version
echo mailroom: there is no Java on the PATH. Install Java 17 or newer, or set JAVA_HOME to it. 1>&2
exit /b 4

:version
rem openjdk version "17.0.15" 2025-04-15; of old ones: java version "1.8.0_402"
set "JAVA_VERSION="
for /f "tokens=3" %%V in ('call "%JAVA_COMMAND%" -version 2^>^&1 ^| findstr /c:" version "') do if not defined JAVA_VERSION set "JAVA_VERSION=%%~V"
set "JAVA_MAJOR=0"
for /f "tokens=1,2 delims=.-_+" %%A in ("%JAVA_VERSION%") do (
    set "JAVA_MAJOR=%%A"
    if "%%A"=="1" set "JAVA_MAJOR=%%B"
)
if %JAVA_MAJOR% GEQ 17 goto :start
echo mailroom: Java 17 or newer is needed, and "%JAVA_COMMAND%" is %JAVA_VERSION%. Set JAVA_HOME to a newer one. 1>&2
exit /b 4

:start
rem Class-data sharing: the first run leaves the classes it has loaded in an archive, later ones start faster with it.
set "CDS_OPTIONS="
if /i "%MAILROOM_CDS%"=="off" goto :run
if not exist "%HOME_FOLDER%\data\cds" mkdir "%HOME_FOLDER%\data\cds" 2>nul
set "CDS_ARCHIVE=%HOME_FOLDER%\data\cds\java-%JAVA_VERSION%.jsa"
if exist "%CDS_ARCHIVE%" (
    set CDS_OPTIONS=-Xlog:cds=off -Xlog:cds+dynamic=off -XX:SharedArchiveFile="%CDS_ARCHIVE%"
) else (
    if "%~1"=="" set CDS_OPTIONS=-Xlog:cds=off -Xlog:cds+dynamic=off -XX:ArchiveClassesAtExit="%CDS_ARCHIVE%"
)
:run
rem A small process: by itself Java takes a large part of the memory at once. A collector chosen in the options takes the place of ours.
set "MEMORY_OPTIONS=-XX:TieredStopAtLevel=1 -Xms32m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40"
echo " %MAILROOM_JAVA_OPTIONS% " | findstr /r /c:" -XX:+Use[A-Za-z0-9]*GC " >nul || set "MEMORY_OPTIONS=-XX:+UseSerialGC %MEMORY_OPTIONS%"
"%JAVA_COMMAND%" %MEMORY_OPTIONS% %MAILROOM_JAVA_OPTIONS% %CDS_OPTIONS% -jar "%HOME_FOLDER%\mailroom.jar" %*
exit /b %ERRORLEVEL%
