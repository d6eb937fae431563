package eu.rempart.ops.site.command;

import eu.rempart.common.command.CommandRefusedException;
import eu.rempart.ops.site.SiteMove.Decision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Map;

/** What follows from a promotion of a copy that may lack what was acknowledged last. */
final class AcceptedLoss {

  private final SiteCall call;
  private final String site;
  private final Path witness;
  private final Path aside;

  /** There while a promotion is under way, so that a second call finishes what the first began. */
  private final Path begun;

  AcceptedLoss(SiteCall call, String site) {
    this.call = call;
    this.site = site;
    this.witness = call.home().resolve("keys/witness");
    this.aside = call.home().resolve("keys/witness.before-promotion");
    this.begun = call.folder().path().resolve("promoting");
  }

  boolean isBegun() {
    return Files.exists(begun);
  }

  /**
   * Puts aside what this server remembers of the rows that are lost, before they are missing: it
   * would take a database without them for one that somebody set back.
   */
  void begin() throws IOException {
    Files.writeString(begun, site + "\n", StandardCharsets.US_ASCII);
    if (Files.exists(witness) && !Files.exists(aside)) {
      Files.move(witness, aside, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Nothing was promoted: all is as it was. */
  void withdraw() throws IOException {
    if (Files.exists(aside)) {
      Files.move(aside, witness, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.deleteIfExists(begun);
  }

  /**
   * Writes it into the ledger.
   *
   * @throws CommandRefusedException if the ledger does not take it; the site leads all the same
   */
  void record() throws IOException {
    try {
      LedgerRow.append(call, Decision.Kind.ACCEPT_LOSS, Map.of("site", site));
    } catch (SQLException e) {
      throw new CommandRefusedException(
          "promote-not-recorded", site, String.valueOf(e.getMessage()));
    }
    Files.deleteIfExists(begun);
    Files.deleteIfExists(aside);
  }
}
