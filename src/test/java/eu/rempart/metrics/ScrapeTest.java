package eu.rempart.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.edge.HandClock;
import eu.rempart.metrics.number.Numbers;
import eu.rempart.metrics.number.Sheet;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ScrapeTest {

  private final HandClock clock = new HandClock();

  private static Numbers source(String name, Consumer<Sheet> write) {
    return new Numbers() {
      @Override
      public String source() {
        return name;
      }

      @Override
      public void write(Sheet sheet) {
        write.accept(sheet);
      }
    };
  }

  private static Exposition read(Scrape scrape) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(out, scrape.now());
    return Exposition.read(out.toString(StandardCharsets.UTF_8), false);
  }

  @Test
  void aSourceThatFailsLeavesTheNumbersOfTheOthers() throws IOException {
    Scrape scrape =
        new Scrape(
            List.of(
                source("well", sheet -> sheet.counter("things", "Things.", 3, "kind", "a\nb")),
                source(
                    "broken",
                    sheet -> {
                      sheet.gauge("half", "Half.", 1);
                      throw new IllegalStateException("the database is away");
                    })),
            clock);
    Exposition read = read(scrape);
    assertThat(read.value("rempart_things_total", "kind", "a\\nb")).isEqualTo(3);
    assertThat(read.names()).doesNotContain("rempart_half");
    assertThat(read.value("rempart_scrape_failed", "source", "well")).isZero();
    assertThat(read.value("rempart_scrape_failed", "source", "broken")).isEqualTo(1);
    assertThat(read.names()).contains("jvm_memory_used_bytes", "process_cpu_seconds_total");
  }

  @Test
  void whoAsksAgainAtOnceCostsNothing() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Scrape scrape =
        new Scrape(
            List.of(
                source("one", sheet -> sheet.gauge("asked", "Asked.", asked.incrementAndGet()))),
            clock);
    assertThat(read(scrape).value("rempart_asked")).isEqualTo(1);
    assertThat(read(scrape).value("rempart_asked")).isEqualTo(1);
    clock.pass(Scrape.FRESH);
    assertThat(read(scrape).value("rempart_asked")).isEqualTo(2);
  }

  @Test
  void stepsOfHistogramsAddUp() throws IOException {
    Scrape scrape =
        new Scrape(
            List.of(
                source(
                    "one",
                    sheet ->
                        sheet.histogram(
                            "took_seconds", "Took.", List.of(0.1, 1.0), List.of(5L, 3L, 2L), 7.5))),
            clock);
    Exposition read = read(scrape);
    assertThat(read.value("rempart_took_seconds_bucket", "le", "0.1")).isEqualTo(5);
    assertThat(read.value("rempart_took_seconds_bucket", "le", "1.0")).isEqualTo(8);
    assertThat(read.value("rempart_took_seconds_bucket", "le", "+Inf")).isEqualTo(10);
    assertThat(read.value("rempart_took_seconds_count")).isEqualTo(10);
    assertThat(read.value("rempart_took_seconds_sum")).isEqualTo(7.5);
  }
}
