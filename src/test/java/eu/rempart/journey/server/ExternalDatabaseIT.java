package eu.rempart.journey.server;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.journey.Homes;
import eu.rempart.journey.Installation;
import eu.rempart.journey.KitKeys;
import eu.rempart.journey.Needles;
import eu.rempart.journey.Original;
import eu.rempart.journey.OwnPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rempart works on a PostgreSQL of the operator's own, which the operator backs up. */
class ExternalDatabaseIT {

  private static final int OLDEST = 17;

  @Test
  void theDumpHoldsNoValueAndNoKeyAndBringsEverythingBack() throws Exception {
    Needles needles = Sample.needles();
    Path home = Homes.fresh("external");
    Original.CERTIFICATES.copyTo(home);
    try (OwnPostgres server = OwnPostgres.start(home.resolveSibling("server"))) {
      server.create("crm");
      try (Installation installation = Installation.begin(home, true, server.settings("crm"))) {
        Sample.use(installation);
        KitKeys.of(installation).addTo(needles);
        try (Connection owner = installation.asOwner()) {
          assertThat(owner.getMetaData().getDatabaseMajorVersion()).isEqualTo(OLDEST);
        }
      }
      Path dump = server.dump("crm");
      byte[] content = Files.readAllBytes(dump);
      assertThat(content).as("the dump").hasSizeGreaterThan(5_000_000);
      assertThat(tables(content))
          .contains("public.contact", "public.contact_archive", "public.company", "public.member")
          .anyMatch(table -> table.startsWith("public.contact_history_"));
      assertThat(needles.in(content)).as("in the dump").isEmpty();
      assertThat(Sample.in(home, needles)).as("in the home folder").isEmpty();

      server.create("brought_back");
      assertThat(server.load(dump, "brought_back")).isEmpty();
      try (Installation again = Installation.start(home, false, server.settings("brought_back"))) {
        Sample.find(again);
      }
    }
  }

  private static List<String> tables(byte[] dump) {
    return new String(dump, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("COPY "))
        .map(line -> line.split(" ", 3)[1])
        .toList();
  }
}
