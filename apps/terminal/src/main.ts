/** The terminal in software at the command line. Its commands are being written. */
process.stderr.write('npm run terminal has no commands yet.\n');
process.exitCode = 2;
