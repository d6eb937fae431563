package eu.rempart.activity.calendar.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.activity.ical.CalendarFileService.Imported;
import eu.rempart.activity.ical.CalendarRemark;
import eu.rempart.shell.part.Glyph;

/** Says what of a calendar file was left out, or needs a look, event by event. */
final class CalendarRemarksDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  /** Nobody reads more at once. */
  private static final int SHOWN = 100;

  /**
   * Not open yet.
   *
   * @param came what came of the file in all
   * @param undo takes the whole file back
   */
  CalendarRemarksDialog(Imported imported, String came, Runnable undo) {
    setHeaderTitle(t("activity.ical.remarks.title"));
    var list = new UnorderedList();
    imported.remarks().stream().limit(SHOWN).map(CalendarRemarksDialog::item).forEach(list::add);
    add(new Paragraph(came), list);
    int more = imported.remarks().size() - SHOWN;
    if (more > 0) {
      add(new Paragraph(t("activity.ical.remarks.more", more)));
    }
    getFooter()
        .add(
            new Button(
                t("shell.notice.undo"),
                Glyph.UNDO.create(),
                _ -> {
                  close();
                  undo.run();
                }),
            new Button(t("shell.close"), _ -> close()));
  }

  private static ListItem item(CalendarRemark remark) {
    String event = remark.event() == null ? t("activity.ical.untitled") : remark.event();
    return new ListItem(t("activity.ical.remark." + remark.why().name(), event));
  }
}
