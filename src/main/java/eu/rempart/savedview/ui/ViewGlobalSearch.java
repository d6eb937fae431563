package eu.rempart.savedview.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.savedview.SavedView;
import eu.rempart.savedview.SavedViewService;
import eu.rempart.shell.GlobalSearch;
import eu.rempart.shell.view.ViewPlace;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Saved views in the search box of every page, by their names. */
@Component
@Order(90)
class ViewGlobalSearch implements GlobalSearch {

  private final SavedViewService views;
  private final CurrentMember member;
  private final ObjectProvider<ViewPlace> places;

  ViewGlobalSearch(SavedViewService views, CurrentMember member, ObjectProvider<ViewPlace> places) {
    this.views = views;
    this.member = member;
    this.places = places;
  }

  @Override
  public List<Group> find(String query, int limit) {
    String[] wanted = folded(query).split("\\s+", -1);
    List<Hit> hits =
        places
            .orderedStream()
            .filter(place -> member.may(Right.READ_RECORDS, place.kind()))
            .flatMap(place -> hits(place, wanted))
            .sorted(Comparator.comparing(Hit::title, String.CASE_INSENSITIVE_ORDER))
            .limit(limit)
            .toList();
    return hits.isEmpty() ? List.of() : List.of(new Group("savedview.views", hits, ""));
  }

  private Stream<Hit> hits(ViewPlace place, String[] wanted) {
    return views.of(place.kind()).stream()
        .filter(view -> Arrays.stream(wanted).allMatch(folded(view.name())::contains))
        .map(view -> hit(place, view));
  }

  private static Hit hit(ViewPlace place, SavedView view) {
    String list = t(place.labelKey());
    return new Hit(
        view.name(),
        view.shared() ? t("savedview.shared", list) : list,
        place.route() + "?" + ViewPlace.VIEW + "=" + view.id(),
        "");
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}
