package eu.rempart.metrics.number;

import java.util.Locale;

/** Values of labels. */
final class Words {

  private Words() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
