package eu.rempart.ops.backup.engine;

import static eu.rempart.ops.backup.engine.BackedUpServer.disk;
import static eu.rempart.ops.backup.engine.BackedUpServer.untold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.embedded.HomeTemplate;
import eu.rempart.ops.backup.engine.Proof.Fault;
import eu.rempart.ops.backup.program.BackupFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a restore proves, and what it does not let pass. */
class DrillTest {

  @TempDir private Path folder;

  private BackedUpServer up;
  private Drill drill;
  private Destination here;

  @BeforeEach
  void start() throws Exception {
    up = new BackedUpServer(folder.resolve("home"), HomeTemplate.MIGRATED);
    up.run("rempart", "SELECT rempart.append_ledger('test', 'one', '{}')");
    drill = new Drill(up.home, up.server);
    here = disk(1, folder.resolve("disk"));
    up.add(here);
  }

  @AfterEach
  void stop() {
    up.close();
  }

  private Proof ofClassic(Made made) throws IOException {
    return drill.prove(scratch -> up.classic.restoreData(here, made.label(), scratch, untold()));
  }

  @Test
  void bothTechnologiesAreProven() throws Exception {
    Made classic = up.classic.make(here, "site-a", true, untold());
    Made image = up.image.make(here, "site-a", List.of(up.home.path()), List.of(), untold());
    up.run("rempart", "SELECT rempart.append_ledger('test', 'later', '{}')");

    Proof byClassic = ofClassic(classic);
    Proof byImage =
        drill.prove(scratch -> up.image.restoreData(here, image.label(), scratch, untold()));
    for (Proof proof : List.of(byClassic, byImage)) {
      assertThat(proof.faults()).isEmpty();
      assertThat(proof.lastWritten()).isNotNull();
      assertThat(proof.schema()).isNotEmpty();
      assertThat(proof.rows()).containsEntry("contact", 0L).containsKey("document");
    }
    assertThat(byImage.schema()).isEqualTo(byClassic.schema());
    try (Stream<Path> left = Files.list(up.files.path())) {
      assertThat(left.filter(each -> each.toString().contains("drill-"))).isEmpty();
    }
  }

  private BackupEngine engine(String... without) {
    return new BackupEngine(
        up.home, up.server, up.secret, new ImageScope(List.of(), List.of(without)));
  }

  private Proof ofImage(BackupEngine engine) throws Exception {
    Technology image = Technology.IMAGE;
    Made made = engine.make(image, here, "site-a", true, List.of(here), untold());
    up.home.write("keys/later", new byte[] {1}); // which it can't have
    Proof proof = engine.drill(image, here, made.label(), untold());
    Files.delete(up.home.resolve("keys/later"));
    return proof;
  }

  @Test
  void imageWithoutKeysIsNotProven() throws Exception {
    up.home.folder("tls");
    up.home.write("tls/server.pem", new byte[] {1, 2});
    up.home.write("keys/witness", new byte[] {3});
    assertThat(ofImage(engine("postgres-programs")).faults()).isEmpty();
    assertThat(ofImage(engine("postgres-programs", "keys")).faults())
        .containsExactly(Fault.KEYS_MISSING);
    assertThat(ofImage(engine("postgres-programs", "*.pem")).faults())
        .containsExactly(Fault.KEYS_MISSING);
  }

  @Test
  void ledgerThatWasChangedIsSeen() throws Exception {
    up.run("rempart", "SELECT rempart.append_ledger('test', 'two', '{}')");
    Made made = up.classic.make(here, "site-a", true, untold());
    up.run(
        "rempart",
        "ALTER TABLE ledger DISABLE TRIGGER ALL",
        "UPDATE ledger SET hash = '\\x00' WHERE seq = (SELECT max(seq) FROM ledger)");
    assertThat(ofClassic(made).faults()).containsExactly(Fault.LEDGER_OF_ANOTHER);

    Made broken = up.classic.make(here, "site-a", true, untold());
    assertThat(ofClassic(broken).faults()).containsExactly(Fault.LEDGER_BROKEN);
  }

  @Test
  void functionsThatCameAlongRunWithoutRights() throws Exception {
    Path written = folder.resolve("written");
    up.run(
        "rempart",
        """
        CREATE OR REPLACE FUNCTION rempart.ledger_break() RETURNS bigint LANGUAGE plpgsql AS $$
        BEGIN
          EXECUTE $f$COPY (SELECT session_user) TO '%s'$f$;
          RETURN NULL;
        EXCEPTION WHEN insufficient_privilege THEN
          RETURN NULL;
        END $$
        """
            .formatted(written));
    assertThat(ofClassic(up.classic.make(here, "site-a", true, untold())).faults()).isEmpty();
    assertThat(written).doesNotExist();
  }

  @Test
  void alteredByteStopsTheRestore() throws Exception {
    Made made = up.classic.make(here, "site-a", true, untold());
    BackedUpServer.alterOneByte(folder.resolve("disk/classic/backup"));
    assertThatThrownBy(() -> ofClassic(made)).isInstanceOf(BackupFailedException.class);
  }
}
