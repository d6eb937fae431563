package eu.rempart.exchange.csv;

import eu.rempart.exchange.format.UnreadableFileException;
import eu.rempart.fuzz.FuzzedReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables of strangers. */
class CsvFuzzTest {

  @Test
  void tablesAreReadOrRefused() throws Exception {
    new FuzzedReader("csv", "\"", "\"\"", "\r\n", ";", "\t", ",,,,", "1.250,50", "+33 1", "=1+1")
        .resource("/import/google.csv")
        .resource("/import/outlook-fr.csv")
        .resource("/import/hubspot-deals.csv")
        .resource("/import/pipedrive-activities.csv")
        .resource("/import/salesforce-account.csv")
        .resource("/import/generic-no-header.csv")
        .run(
            file -> {
              var source = CsvSample.file(file);
              CsvSample.read(source, CsvFile.inspect(source), "FR");
            },
            List.of(UnreadableFileException.class));
  }
}
