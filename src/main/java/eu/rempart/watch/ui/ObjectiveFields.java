package eu.rempart.watch.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.select.Select;
import eu.rempart.watch.WatchText;
import eu.rempart.watch.objective.Objective;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What availability is aimed at: a share, and over what. */
final class ObjectiveFields {

  private static final int NONE = 0;

  private final Select<Integer> share = new Select<>();
  private final Select<Objective.Over> over = new Select<>();

  /**
   * @param before what is aimed at so far; null if nothing is
   */
  ObjectiveFields(WatchText words, @Nullable Objective before) {
    share.setLabel(t("watch.field.objective"));
    share.setItems(shares(before));
    share.setItemLabelGenerator(
        value -> value == NONE ? t("watch.objective.none") : percent(words, value));
    over.setLabel(t("watch.field.objective.over"));
    over.setItems(Objective.Over.values());
    over.setItemLabelGenerator(ObjectiveFields::name);
    share.addValueChangeListener(change -> over.setVisible(change.getValue() != NONE));
    share.setValue(before == null ? NONE : before.thousandths());
    over.setValue(before == null ? Objective.Over.THIRTY_DAYS : before.over());
    over.setVisible(before != null);
  }

  private static List<Integer> shares(@Nullable Objective before) {
    Stream<Integer> own = before == null ? Stream.of() : Stream.of(before.thousandths());
    return Stream.concat(
            Stream.of(NONE), Stream.concat(Objective.USUAL.stream(), own).distinct().sorted())
        .toList();
  }

  private static String percent(WatchText words, int thousandths) {
    return words.share(new Objective(thousandths, Objective.Over.MONTH).percent());
  }

  private static String name(Objective.Over over) {
    return switch (over) {
      case THIRTY_DAYS -> t("watch.objective.over.thirty-days");
      case MONTH -> t("watch.objective.over.month");
    };
  }

  Select<Integer> share() {
    return share;
  }

  Select<Objective.Over> over() {
    return over;
  }

  /** What is aimed at; null if nothing is. */
  @Nullable Objective value() {
    return share.getValue() == NONE ? null : new Objective(share.getValue(), over.getValue());
  }
}
