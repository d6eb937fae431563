package eu.rempart.bench;

import com.zaxxer.hikari.HikariDataSource;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.Ids;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.db.OwnerAccess;
import eu.rempart.db.Reason;
import eu.rempart.exchange.run.ImportJob;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/**
 * The same file of people and companies into four installations: an empty one, that one after the
 * import was undone, one that was used for a day with few records, and one with a million people;
 * and the same rows as a workbook. Option: how many are a million (--million), 1,000,000 unless
 * given.
 */
final class ImportCases {

  private static final int WARM_UP_ROWS = 20_000;
  private static final int FEW = 60;
  private static final int BATCH = 1_000;

  /** PostgreSQL keeps the plan of a check from the sixth time on. */
  private static final String USE =
      """
      BEGIN;
      DO $$
      DECLARE
        person uuid := (SELECT id FROM contact LIMIT 1);
        firm uuid;
      BEGIN
        FOR firm IN SELECT id FROM company c WHERE NOT EXISTS (
          SELECT FROM contact_company l WHERE l.contact_id = person AND l.company_id = c.id) LOOP
          INSERT INTO contact_company (id, contact_id, company_id) VALUES (gen_random_uuid(), person, firm);
        END LOOP;
      END
      $$;
      ROLLBACK
      """;

  private final int rows;
  private final int million;
  private final byte[] csv;
  private final PrintStream out;

  ImportCases(int rows, int million, PrintStream out) {
    this.rows = rows;
    this.million = million;
    this.csv = CsvImports.people(new SyntheticPeople(7), rows);
    this.out = out;
  }

  void run() throws Exception {
    List<Result> results = new ArrayList<>();
    try (BenchServer server = BenchServer.start()) {
      CsvImports imports = new CsvImports(server);
      byte[] warmUp = CsvImports.people(new SyntheticPeople(3), Math.min(rows, WARM_UP_ROWS));
      imports.undo(imports.run(warmUp).id());
      settle(server);
      imports.run(CsvImports.people(new SyntheticPeople(5), FEW));
      settle(server);
      useEverySession(server);
      results.add(measured(server, "after a day of use with few records", () -> imports.run(csv)));
      fill(server);
      byte[] others = CsvImports.people(new SyntheticPeople(9), rows);
      results.add(
          measured(server, "into %,d people".formatted(million), () -> imports.run(others)));
    }
    try (BenchServer server = BenchServer.start()) {
      CsvImports imports = new CsvImports(server);
      ImportJob[] job = new ImportJob[1];
      results.addFirst(measured(server, "empty", () -> job[0] = imports.run(csv)));
      results.add(measured(server, "the undo of the first", () -> imports.undo(job[0].id())));
      results.add(1, measured(server, "after an undo", () -> job[0] = imports.run(csv)));
      imports.undo(job[0].id());
      byte[] workbook = ExcelFile.of(csv);
      results.add(measured(server, "the same as .xlsx", () -> imports.run("bench.xlsx", workbook)));
    }
    print(results);
  }

  private static Result measured(BenchServer server, String what, Callable<?> work)
      throws Exception {
    double cpu = cpuSeconds(server);
    double seconds = ImportBench.seconds(work);
    return new Result(what, seconds, cpuSeconds(server) - cpu);
  }

  /** Of this process and of PostgreSQL's sessions, which the pool keeps. */
  private static double cpuSeconds(BenchServer server) throws IOException {
    Path pid = server.home().resolve("postgres").resolve("postmaster.pid");
    long postgres = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
    return Benchmarks.cpuSeconds()
        + ProcessHandle.of(postgres).stream()
            .flatMap(ProcessHandle::descendants)
            .mapToDouble(
                one -> one.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3)
            .sum();
  }

  /**
   * What one case took.
   *
   * @param cpu processor time, which says more than seconds on a machine that others use too
   */
  private record Result(String what, double seconds, double cpu) {}

  private void print(List<Result> results) {
    out.printf(
        Locale.ROOT,
        "%n%,d rows, %,d kB of CSV%n%n%-40s %9s %12s %8s %9s %8s%n",
        rows,
        csv.length >> 10,
        "",
        "seconds",
        "rows/second",
        "ratio",
        "CPU",
        "ratio");
    Result first = results.getFirst();
    for (Result result : results) {
      out.printf(
          Locale.ROOT,
          "%-40s %9.1f %,12.0f %8.2f %9.1f %8.2f%n",
          result.what(),
          result.seconds(),
          rows / result.seconds(),
          result.seconds() / first.seconds(),
          result.cpu(),
          result.cpu() / first.cpu());
    }
  }

  /** People without companies, more than the file brings, and the index of them. */
  private void fill(BenchServer server) throws InterruptedException, SQLException {
    server.dropIndex();
    SyntheticPeople people = new SyntheticPeople(11);
    ContactService contacts = server.bean(ContactService.class);
    for (int from = 0; from < million; from += BATCH) {
      Map<ContactId, ContactData> batch = new LinkedHashMap<>();
      for (int i = from; i < Math.min(million, from + BATCH); i++) {
        batch.put(new ContactId(Ids.next()), contact(i, people.person(i)));
      }
      server.work(() -> contacts.createAll(batch, Reason.IMPORT));
    }
    settle(server);
    double unused = server.buildIndex(List.of("contact", "company"));
    out.printf(Locale.ROOT, "%,d people, index built in %.0f s%n", million, unused);
  }

  private static ContactData contact(int number, SyntheticPerson person) {
    return ContactData.builder()
        .firstName(person.firstName())
        .lastName(person.lastName())
        .emails(
            List.of(
                EmailEntry.of(
                    EmailAddress.of("m" + number + "." + person.email()), EmailKind.WORK, true)))
        .build();
  }

  /** What autovacuum does within some minutes. */
  private static void settle(BenchServer server) throws SQLException {
    OwnerAccess owner = server.bean(OwnerAccess.class);
    try (Connection connection =
            DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password());
        Statement statement = connection.createStatement()) {
      for (String table : List.of("contact", "company", "contact_company")) {
        statement.execute("VACUUM ANALYZE " + table);
      }
    }
  }

  /** What people do in a day, as far as it leaves plans behind in all pooled sessions. */
  private static void useEverySession(BenchServer server) throws SQLException {
    HikariDataSource pool = (HikariDataSource) server.bean(DataSource.class);
    List<Connection> sessions = new ArrayList<>();
    try {
      // others may take some at the same time
      while (pool.getHikariPoolMXBean().getActiveConnections() < pool.getMaximumPoolSize()) {
        sessions.add(pool.getConnection());
      }
      for (Connection session : sessions) {
        try (Statement statement = session.createStatement()) {
          statement.execute(USE);
        }
      }
    } finally {
      for (Connection session : sessions) {
        session.close();
      }
    }
  }
}
