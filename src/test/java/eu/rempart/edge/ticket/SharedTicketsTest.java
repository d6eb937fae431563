package eu.rempart.edge.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import eu.rempart.home.HomeFolder;
import eu.rempart.tls.serve.TicketKeys;
import eu.rempart.vault.operating.TicketSeal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes with one database; whether they resume each other's sessions is asked in tls. */
class SharedTicketsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir private Path folder;

  private final HandClock clock = new HandClock();
  private final List<HomeFolder> homes = new ArrayList<>();

  @BeforeEach
  void clear() {
    database.app().execute("DELETE FROM edge_ticket_key");
  }

  @AfterEach
  void close() {
    homes.forEach(HomeFolder::close);
  }

  private HomeFolder home(String name) {
    HomeFolder home = HomeFolder.open(folder.resolve(name));
    homes.add(home);
    return home;
  }

  /** A node whose file of keys is that of another. */
  private HomeFolder home(String name, HomeFolder like) throws Exception {
    TicketSeal.in(like);
    Path keys = Files.createDirectories(folder.resolve(name).resolve("keys"));
    Files.copy(like.resolve("keys/tickets"), keys.resolve("tickets"));
    return home(name);
  }

  private SharedTickets node(HomeFolder home) {
    return new SharedTickets(
        new TicketKeyRepository(database.app()),
        TicketSeal.in(home),
        database.transactions(),
        clock);
  }

  @Test
  void nodesWithTheSameFileUseTheSameKeys() throws Exception {
    HomeFolder first = home("a");
    SharedTickets a = node(first);
    SharedTickets b = node(home("b", first));

    a.refresh();
    b.refresh();

    assertThat(b.current()).isEqualTo(a.current());
    assertThat(a.current().keys()).hasSize(1);
  }

  @Test
  void aKeyADayComesInFrontAndThreeStay() {
    SharedTickets node = node(home("a"));
    List<TicketKeys> heard = new ArrayList<>();
    node.use(heard::add);
    node.refresh();
    byte[] first = node.current().keys().getFirst();
    node.refresh();
    assertThat(heard).as("nothing changed at the second look").hasSize(2);

    clock.pass(Duration.ofHours(24));
    node.refresh();
    assertThat(node.current().keys()).hasSize(2).endsWith(first).doesNotHaveDuplicates();
    for (int day = 0; day < 3; day++) {
      clock.pass(Duration.ofHours(25));
      node.refresh();
    }
    assertThat(node.current().keys()).hasSize(3).doesNotContain(first);
    assertThat(rows()).as("what is no longer in use is gone").isLessThanOrEqualTo(4);
  }

  private static int rows() {
    return database.app().fetchCount(DSL.table("edge_ticket_key"));
  }

  @Test
  void aNodeWithAnotherFileSharesNothingAndMakesNothing() {
    SharedTickets a = node(home("a"));
    SharedTickets stranger = node(home("stranger"));
    a.refresh();
    stranger.refresh();

    assertThat(stranger.current().keys()).doesNotContainAnyElementsOf(a.current().keys());
    assertThat(rows()).isEqualTo(1);

    clock.pass(Duration.ofHours(25));
    stranger.refresh();
    assertThat(rows()).as("nobody made one for a day").isEqualTo(2);
    assertThat(stranger.current().keys()).hasSize(1);
  }

  @Test
  void anOldKeyThatIsMadeYoungAgainInTheDatabaseIsNotUsed() {
    SharedTickets a = node(home("a"));
    a.refresh();
    byte[] real = a.current().keys().getFirst();
    database
        .owner()
        .execute(
            "INSERT INTO edge_ticket_key SELECT gen_random_uuid(), made_at + interval '1 hour',"
                + " sealed FROM edge_ticket_key");
    a.refresh();

    assertThat(a.current().keys()).containsExactly(real);
  }

  @Test
  void theDatabaseHoldsNoKeyInClear() {
    SharedTickets a = node(home("a"));
    a.refresh();
    byte[] key = a.current().keys().getFirst();

    byte[] kept =
        database.app().fetchSingle("SELECT sealed FROM edge_ticket_key").get(0, byte[].class);

    assertThat(contains(kept, java.util.Arrays.copyOf(key, 16))).isFalse();
    assertThat(a.current().toString()).doesNotContain(java.util.HexFormat.of().formatHex(key));
  }

  private static boolean contains(byte[] whole, byte[] part) {
    return new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1)
        .contains(new String(part, java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  @Test
  void aKeyFromAFutureThatNeverCameIsRemoved() {
    SharedTickets a = node(home("a"));
    a.refresh();
    clock.set(clock.instant().minus(Duration.ofDays(400)));
    a.refresh();

    assertThat(rows()).isEqualTo(1);
    assertThat(a.current().keys()).hasSize(1);
  }
}
