package eu.rempart.exchange.run;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import eu.rempart.bench.SyntheticPeople;
import eu.rempart.bench.SyntheticPerson;
import eu.rempart.exchange.csv.CsvInspection;
import eu.rempart.exchange.format.ImportOptions;
import java.util.concurrent.TimeUnit;

/** Imports made-up people from a CSV and prints how many a second: {@code ImportBench [rows]}. */
final class ImportBench {

  private ImportBench() {}

  public static void main(String[] arguments) throws Exception {
    int rows = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
    StringBuilder csv = new StringBuilder("First name,Last name,Email,Phone,City,Company\n");
    SyntheticPeople people = new SyntheticPeople(1);
    for (int i = 0; i < rows; i++) {
      SyntheticPerson p = people.person(i);
      csv.append(
          "%s,%s,%d.%s,%s,%s,%s%n"
              .formatted(
                  p.firstName(), p.lastName(), i, p.email(), p.phone(), p.city(), p.company()));
    }
    try (ImportHouse house = new ImportHouse()) {
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(house.database().open().jdbcUrl() + "?reWriteBatchedInserts=true");
      config.setUsername("rempart_app");
      try (HikariDataSource source = new HikariDataSource(config)) {
        house.open(source);
        for (int round = 0; round < 2; round++) {
          round(house, csv.toString(), rows);
        }
      }
    }
  }

  private static void round(ImportHouse house, String csv, int rows) throws Exception {
    BroughtFile file = house.bring(csv);
    CsvInspection found = file.inspect();
    long begun = System.nanoTime();
    ImportJob job =
        house.as(
            () ->
                house
                    .imports()
                    .start(
                        file.table(found, found.proposal(), ImportOptions.none()),
                        MatchPolicy.UPDATE,
                        new ImportServiceTest.Codes()));
    job.await();
    double seconds = (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
    System.out.printf(
        "%d rows, %s, %s: %.1f s, %.0f rows/s%n",
        rows, job.state(), job.counts(), seconds, rows / seconds);
  }
}
