package eu.rempart.journey.crm;

import eu.rempart.journey.Way;
import java.util.Locale;

/** What things are called, so that nobody meets another one's week. */
record WeekNames(String family, String company) {

  static WeekNames of(Way way) {
    String mark = way.toString().replace("-", "");
    return new WeekNames("Week" + mark, "Orchard " + mark);
  }

  String anna() {
    return "Anna " + family;
  }

  String paul() {
    return "Paul " + family;
  }

  String email() {
    return "anna@" + family.toLowerCase(Locale.ROOT) + ".example";
  }

  String call() {
    return "Call after the fair " + family;
  }

  String meeting() {
    return "Measure the roof " + family;
  }

  String deal() {
    return "Slate roof " + family;
  }

  String mail() {
    return "Our offer to " + family;
  }

  String dearer() {
    return "Copper roof " + family;
  }
}
