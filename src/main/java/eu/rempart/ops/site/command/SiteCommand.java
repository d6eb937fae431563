package eu.rempart.ops.site.command;

import eu.rempart.common.command.CommandArguments;
import eu.rempart.common.command.CommandFrame;
import eu.rempart.common.command.CommandRefusedException;
import eu.rempart.common.command.CommandTexts;
import eu.rempart.common.command.WrongCallException;
import eu.rempart.db.DatabaseUnusableException;
import eu.rempart.ops.site.Cluster.Role;
import eu.rempart.tls.AuthorityRefusedException;
import eu.rempart.tls.CertificateRefusedException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code ./rempart site} and {@code ./rempart witness}. */
public final class SiteCommand {
  private static final Set<String> WITH_VALUE =
      Set.of(
          "--home",
          "--name",
          "--country",
          "--host",
          "--page",
          "--peer",
          "--peer-name",
          "--peer-country",
          "--peer-page",
          "--witness",
          "--witness-country",
          "--ports",
          "--program",
          "--program-user",
          "--to");

  private final CommandTexts texts;
  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;
  private final Clock clock;

  public SiteCommand(
      Map<String, String> environment, PrintStream out, PrintStream err, Clock clock) {
    this.texts = CommandTexts.of("site", environment);
    this.environment = environment;
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /**
   * @param arguments {@code site} or {@code witness}, a verb, and its options
   */
  public static void main(String[] arguments) {
    CommandFrame.main(
        (out, err) -> new SiteCommand(System.getenv(), out, err, Clock.systemUTC()).run(arguments));
  }

  /** Runs one call and gives its exit code: 0 done, 1 refused, 2 called wrongly. */
  public int run(String... given) {
    return new CommandFrame("site", texts, err).run(SiteCommand::refusal, this::run, given);
  }

  private static Optional<CommandRefusedException> refusal(Exception failure) {
    return Optional.ofNullable(
        switch (failure) {
          case CertificateRefusedException certificate ->
              new CommandRefusedException("certificate", String.valueOf(certificate.getMessage()));
          case AuthorityRefusedException host ->
              new CommandRefusedException("host-unusable", host.subject());
          case DatabaseUnusableException database ->
              new CommandRefusedException("database", String.valueOf(database.getMessage()));
          default -> null;
        });
  }

  private void run(String noun, String... given) throws IOException {
    CommandArguments arguments = CommandArguments.of(texts, "site.call.", WITH_VALUE, given);
    Path home = Path.of(arguments.value("--home").orElse("data")).toAbsolutePath().normalize();
    SiteCall call = new SiteCall(texts, arguments, environment, out, clock, home);
    JoinFile.deleteExpired(call.folder().joinFiles(), clock.instant());
    switch (noun + " " + arguments.word(0).orElse("")) {
      case "site init" -> new InitSite(call).run();
      case "site join" -> new JoinSite(call, Role.SITE).run();
      case "site status", "witness status" -> new ShowSites(call).run();
      case "site switch" -> new MoveSite(call).switchOver();
      case "site promote" -> new MoveSite(call).promote();
      case "site replace" -> new ReplaceMachine(call).run();
      case "site renew" -> new RenewSite(call).run();
      case "site run", "witness run" -> new RunSite(call).run(true);
      case "witness join" -> new JoinSite(call, Role.WITNESS).run();
      case "witness watch" -> new RunSite(call).run(false);
      default -> throw new WrongCallException(texts.t("site.call.verb"));
    }
  }
}
