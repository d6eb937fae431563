package eu.rempart.activity.ui.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import eu.rempart.shell.part.Confirmation;
import java.util.List;
import java.util.function.Consumer;

/** Asks which occurrences of a recurring activity a change is for. */
public final class SeriesQuestion {

  /** What may be chosen. */
  public enum Which {
    ONE,
    FOLLOWING,
    ALL
  }

  private SeriesQuestion() {}

  /**
   * Asks; the first, which is the smallest, is chosen until somebody says otherwise.
   *
   * @param action text of the button
   * @param why something is not offered; empty where all is
   */
  public static void ask(String action, List<Which> offered, String why, Consumer<Which> chosen) {
    var which = new RadioButtonGroup<Which>();
    which.setLabel(t("activity.series.which"));
    which.setItems(offered);
    which.setItemLabelGenerator(one -> t("activity.series." + one.name()));
    which.setValue(offered.getFirst());
    if (!why.isEmpty()) {
      which.setHelperText(why);
    }
    which.addClassName("series-question");
    which.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
    Confirmation.ask(
        t("activity.series.title"), which, action, () -> chosen.accept(which.getValue()));
  }

  /**
   * Asks which of the two.
   *
   * @param notOne why it can only be for all of them; empty where it can be for the one
   */
  public static void oneOrAll(String action, String notOne, Runnable one, Runnable all) {
    ask(
        action,
        notOne.isEmpty() ? List.of(Which.ONE, Which.ALL) : List.of(Which.ALL),
        notOne,
        which -> (which == Which.ONE ? one : all).run());
  }
}
