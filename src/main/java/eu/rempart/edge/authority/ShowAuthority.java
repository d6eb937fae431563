package eu.rempart.edge.authority;

import eu.rempart.common.command.CommandTexts;
import eu.rempart.tls.AuthorityNames;
import eu.rempart.tls.AuthorityOverview;
import eu.rempart.tls.CertificateFacts;
import eu.rempart.tls.IssuedCertificate;
import eu.rempart.tls.Purpose;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Prints the authority, the server's certificate, and whatever else was issued. */
final class ShowAuthority {
  private final CommandTexts words;
  private final PrintStream out;
  private final Instant now;

  ShowAuthority(CommandTexts words, PrintStream out, Clock clock) {
    this.words = words;
    this.out = out;
    this.now = clock.instant();
  }

  void show(AuthorityOverview overview) {
    block("authority.show.authority", overview.authority(), state(overview.authority()));
    names(overview.names());
    overview.server().ifPresent(it -> block("authority.show.server", it, state(it)));
    overview.machines().ifPresent(it -> block("authority.show.machines", it, state(it)));
    overview
        .prepared()
        .ifPresent(it -> block("authority.show.prepared", it, words.t("authority.state.prepared")));
    overview.issued().reversed().stream()
        .filter(it -> !it.isInUse())
        .forEach(it -> block(title(it.purpose()), it.facts(), state(it)));
  }

  /** For what the authority may issue, and what to do where that is too much or too little. */
  private void names(AuthorityNames names) {
    out.println(
        names.isConstrained()
            ? words.t("authority.show.permitted", String.join(", ", names.permitted()))
            : words.t("authority.show.any-name"));
    if (!names.outside().isEmpty()) {
      out.println(words.t("authority.show.outside", String.join(", ", names.outside())));
    }
    out.println();
  }

  private static String title(Purpose purpose) {
    return switch (purpose) {
      case AUTHORITY -> "authority.show.former";
      case SERVER -> "authority.show.issued-server";
      case CLIENT -> "authority.show.issued-client";
    };
  }

  private void block(String title, CertificateFacts facts, String state) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("authority.show.subject", facts.subject());
    if (!facts.names().isEmpty()) {
      lines.put("authority.show.names", String.join(", ", facts.names()));
    }
    lines.put("authority.show.key", "RSA " + facts.keyBits());
    lines.put("authority.show.age", words.t("authority.show.days", facts.ageDays(now)));
    lines.put(
        "authority.show.until",
        words.t(
            "authority.show.until.left",
            CommandTexts.day(facts.validUntil()),
            Math.max(0, facts.daysLeft(now))));
    lines.put("authority.show.state", state);
    lines.put("authority.show.serial", facts.serial());
    lines.put("authority.show.sha256", facts.sha256());
    out.println(words.t(title));
    int width = lines.keySet().stream().mapToInt(key -> words.t(key).length()).max().orElse(0);
    lines.forEach((key, value) -> out.println("  " + padded(words.t(key), width) + "  " + value));
    out.println();
  }

  private static String padded(String label, int width) {
    return label + " ".repeat(width - label.length());
  }

  private String state(CertificateFacts facts) {
    return words.t(
        "authority.state." + facts.validity(now).name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private String state(IssuedCertificate issued) {
    if (issued.revocation().isPresent()) {
      return words.t("authority.state.revoked", CommandTexts.day(issued.revocation().get().at()));
    }
    if (issued.isOfFormerAuthority()) {
      return words.t("authority.state.former");
    }
    return state(issued.facts());
  }
}
