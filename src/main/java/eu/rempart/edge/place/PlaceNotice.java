package eu.rempart.edge.place;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.security.OperationsNotice;
import eu.rempart.shell.text.Formats;
import java.time.Instant;
import java.time.LocalDate;

/** Tells the operator's engineers which countries are in use, and of a file that can't be. */
final class PlaceNotice implements OperationsNotice {

  private final Places places;

  PlaceNotice(Places places) {
    this.places = places;
  }

  @Override
  public Line line() {
    PlaceStatus status = places.status();
    String name = t("edge.places.operations");
    if (status.problem() != null) {
      return new Line(name, t("edge.places.problem", status.problem()), true);
    }
    Instant built = status.built();
    // what a file calls itself, such as "country ipvAll", is not for people
    String state =
        built == null
            ? t("edge.nothing")
            : t(
                status.own() ? "edge.places.operations.own" : "edge.places.operations.bundled",
                Formats.date(LocalDate.ofInstant(built, Formats.zone())));
    return new Line(name, state, false);
  }
}
