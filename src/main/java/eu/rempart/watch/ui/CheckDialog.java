package eu.rempart.watch.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import eu.rempart.shell.part.Notices;
import eu.rempart.watch.WatchText;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Zone;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes a check, or changes one. */
final class CheckDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final CheckForm form;
  private final transient Predicate<Check> save;

  /**
   * @param words with the names of places
   * @param admitted zones in which an agent is admitted
   * @param save answers false if somebody else changed the check in between
   */
  CheckDialog(
      Optional<Check> check, WatchText words, Collection<Zone> admitted, Predicate<Check> save) {
    this.form = new CheckForm(check, words, admitted);
    this.save = save;
    setHeaderTitle(
        check.map(known -> t("watch.check.edit.of", known.name())).orElse(t("watch.check.new")));
    addClassName("watch-dialog");
    setCloseOnOutsideClick(false);
    add(form);
    var go = new Button(t("watch.check.save"), _ -> save());
    go.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), go);
  }

  private void save() {
    form.check()
        .ifPresent(
            check -> {
              if (save.test(check)) {
                close();
                Notices.success(t("watch.check.saved"));
              } else {
                Notices.error(t("watch.check.stale"));
              }
            });
  }
}
