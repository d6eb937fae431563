package eu.rempart.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** In which form numbers are told: the one that the program likes better. */
final class Format {

  private static final int LONGEST_HEADER = 1_000;
  private static final MediaType OPEN = MediaType.parseMediaType("application/openmetrics-text");
  private static final MediaType TEXT = MediaType.TEXT_PLAIN;
  private static final ExpositionFormatWriter OPEN_METRICS = OpenMetricsTextFormatWriter.create();
  private static final ExpositionFormatWriter PROMETHEUS = PrometheusTextFormatWriter.create();

  private Format() {}

  /** By the header {@code Accept}; Prometheus' own text where it says nothing that is known. */
  static ExpositionFormatWriter of(@Nullable String accept) {
    if (accept == null || accept.length() > LONGEST_HEADER) {
      return PROMETHEUS;
    }
    try {
      List<MediaType> wanted = MediaType.parseMediaTypes(accept);
      double open = quality(wanted, OPEN, false);
      return open > 0 && open >= quality(wanted, TEXT, true) ? OPEN_METRICS : PROMETHEUS;
    } catch (InvalidMediaTypeException malformed) {
      return PROMETHEUS;
    }
  }

  /** How much a type is liked; who takes anything gets plain text. */
  private static double quality(List<MediaType> wanted, MediaType type, boolean any) {
    return wanted.stream()
        .filter(each -> any ? each.includes(type) : each.equalsTypeAndSubtype(type))
        .mapToDouble(MediaType::getQualityValue)
        .max()
        .orElse(0);
  }
}
