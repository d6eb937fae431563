package eu.rempart.ops.backup.command;

import eu.rempart.common.command.CommandArguments;
import eu.rempart.common.command.CommandLogging;
import eu.rempart.common.command.CommandTexts;
import eu.rempart.common.command.WrongCallException;
import eu.rempart.home.HomeInUseException;
import eu.rempart.ops.backup.Act;
import eu.rempart.ops.backup.program.BackupFailedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** {@code ./rempart backup}, {@code ./rempart restore} and {@code ./rempart upgrade}. */
public final class BackupCommand {

  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int WRONG_CALL = 2;

  private static final Set<String> WITH_VALUE =
      Set.of(
          "--home",
          "--country",
          "--host-key",
          "--to",
          "--technology",
          "--out",
          "--from",
          "--kit",
          "--server",
          "--label",
          "--place");

  private final CommandTexts texts;
  private final Map<String, String> environment;
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource clock;

  public BackupCommand(
      Map<String, String> environment,
      InputStream in,
      PrintStream out,
      PrintStream err,
      InstantSource clock) {
    this.texts = CommandTexts.of("backup", environment);
    this.environment = environment;
    this.in = in;
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /**
   * @param arguments {@code backup} and a verb, {@code restore} or {@code upgrade}; and options
   */
  public static void main(String[] arguments) {
    CommandLogging.start();
    // Not the terminal's encoding: it is ASCII where LANG is C, which is no language's fault.
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(
        new BackupCommand(System.getenv(), System.in, out, err, InstantSource.system())
            .run(arguments));
  }

  /** Runs one call and gives its exit code: 0 done, 1 refused or failed, 2 called wrongly. */
  public int run(String... given) {
    try {
      run(
          given.length == 0 ? "" : given[0],
          Arrays.copyOfRange(given, Math.min(1, given.length), given.length));
      return DONE;
    } catch (WrongCallException wrong) {
      err.println(wrong.getMessage());
      err.println(texts.t("backup.call.help"));
      return WRONG_CALL;
    } catch (BackupRefusedException refused) {
      String sentence = texts.t("backup.refused." + refused.code(), refused.values());
      err.println(sentence + " (backup-" + refused.code() + ")");
    } catch (HomeInUseException running) {
      err.println(texts.t("backup.refused.running") + " (backup-running)");
    } catch (BackupFailedException failed) {
      err.println(
          texts.t("backup.failed." + failed.why().key(), String.valueOf(failed.getMessage()))
              + " (backup-"
              + failed.why().key()
              + ")");
    } catch (SQLException database) {
      err.println(
          texts.t("backup.refused.database", String.valueOf(database.getMessage()))
              + " (backup-database)");
    } catch (UncheckedIOException failure) {
      err.println(texts.t("backup.refused.files", failure.toString()) + " (backup-files)");
    } catch (RuntimeException broken) {
      if (!(broken.getCause() instanceof SQLException database)) {
        throw broken;
      }
      // while it is waited for, the application may end, and its database with it
      err.println(
          texts.t("backup.refused.database", String.valueOf(database.getMessage()))
              + " (backup-database)");
    } catch (IOException failure) {
      err.println(texts.t("backup.refused.files", failure.toString()) + " (backup-files)");
    }
    return REFUSED;
  }

  private void run(String noun, String... given) throws IOException, SQLException {
    CommandArguments arguments = CommandArguments.of(texts, "backup.call.", WITH_VALUE, given);
    Path home = Path.of(arguments.value("--home").orElse("data")).toAbsolutePath().normalize();
    BufferedReader typed = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    BackupCall call = new BackupCall(texts, arguments, environment, typed, out, clock, home);
    if (noun.equals("restore")) {
      new RestoreHome(call).run();
      return;
    }
    if (noun.equals("upgrade")) {
      new UpgradeHome(call).run();
      return;
    }
    switch (arguments.word(0).orElse("")) {
      case "add" -> new AddDestination(call).run();
      case "remove" -> new RemoveDestination(call).run();
      case "list" -> new ListBackups(call).run();
      case "run" -> new DoBackups(call, Act.MAKE).run();
      case "verify" -> new DoBackups(call, Act.VERIFY).run();
      case "drill" -> new DoBackups(call, Act.DRILL).run();
      case "cancel" -> new DoBackups(call, Act.MAKE).cancel();
      case "kit" -> new WriteKit(call).run();
      default -> throw new WrongCallException(texts.t("backup.call.verb"));
    }
  }
}
