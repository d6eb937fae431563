package eu.rempart.ops.backup.command;

import eu.rempart.common.command.CommandArguments;
import eu.rempart.common.command.CommandFrame;
import eu.rempart.common.command.CommandRefusedException;
import eu.rempart.common.command.CommandTexts;
import eu.rempart.common.command.WrongCallException;
import eu.rempart.home.HalfRestoredException;
import eu.rempart.home.HomeInUseException;
import eu.rempart.ops.backup.Act;
import eu.rempart.ops.backup.program.BackupFailedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code ./rempart backup}, {@code ./rempart restore} and {@code ./rempart upgrade}. */
public final class BackupCommand {

  private static final Set<String> WITH_VALUE =
      Set.of(
          "--home",
          "--country",
          "--image-path",
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
    CommandFrame.main(
        (out, err) ->
            new BackupCommand(System.getenv(), System.in, out, err, InstantSource.system())
                .run(arguments));
  }

  /** Runs one call and gives its exit code: 0 done, 1 refused or failed, 2 called wrongly. */
  public int run(String... given) {
    return new CommandFrame("backup", texts, err).run(BackupCommand::refusal, this::run, given);
  }

  private static Optional<CommandRefusedException> refusal(Exception failure) {
    return Optional.ofNullable(
        switch (failure) {
          case HalfRestoredException half ->
              new CommandRefusedException("half-restored", half.home());
          case HomeInUseException _ -> new CommandRefusedException("running");
          case BackupFailedException failed -> {
            String why = failed.why().key();
            yield CommandRefusedException.saying(
                "failed." + why, why, String.valueOf(failed.getMessage()), failed.missing());
          }
          case SQLException database -> silent(database);
          // while it is waited for, the application may end, and its database with it
          case RuntimeException broken when broken.getCause() instanceof SQLException database ->
              silent(database);
          default -> null;
        });
  }

  private static CommandRefusedException silent(SQLException database) {
    return new CommandRefusedException("database", String.valueOf(database.getMessage()));
  }

  private void run(String noun, String... given) throws IOException, SQLException {
    String[] words =
        Stream.of(given)
            .map(each -> each.equals("--yes-host-key") ? "--host-key" : each) // both are said
            .toArray(String[]::new);
    CommandArguments arguments = CommandArguments.of(texts, "backup.call.", WITH_VALUE, words);
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
