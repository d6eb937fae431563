package eu.rempart.bulk.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.MemberNames;
import eu.rempart.bulk.BulkJob;
import eu.rempart.bulk.BulkRun;
import eu.rempart.bulk.BulkService;
import eu.rempart.bulk.BulkState;
import eu.rempart.history.ColumnParts;
import eu.rempart.history.RecordKind;
import eu.rempart.history.RecordKinds;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.RelativeTime;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The latest changes of many records at once; each can be taken back as a whole. */
@StyleSheet("styles/bulk.css")
@Route(value = BulkNavigation.CHANGES, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class BulkView extends Div implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient BulkService bulk;
  private final transient RecordKinds kinds;
  private final transient MemberNames members;
  private final transient CustomFields custom;
  private final Div content = new Div();

  BulkView(BulkService bulk, RecordKinds kinds, MemberNames members, CustomFields custom) {
    this.bulk = bulk;
    this.kinds = kinds;
    this.members = members;
    this.custom = custom;
    addClassName("bulk-view");
    add(new H1(t("bulk.title")), new Paragraph(t("bulk.sentence")), content);
    refresh();
  }

  private void refresh() {
    content.removeAll();
    List<BulkRun> runs = bulk.recent();
    if (runs.isEmpty()) {
      content.add(new EmptyState(Glyph.UNDO, t("bulk.empty.title"), t("bulk.empty.sentence")));
      return;
    }
    var names = members.all();
    var list = new UnorderedList();
    list.addClassName("bulk-runs");
    runs.forEach(run -> list.add(line(run, names.getOrDefault(run.startedBy(), "…"))));
    content.add(list);
  }

  private ListItem line(BulkRun run, String who) {
    var what = new Span(words(run));
    what.addClassName("bulk-what");
    var state = new Span(BulkTexts.state(run.state()));
    state.addClassName("badge");
    var when = new Div(new RelativeTime(run.startedAt()), new Span(" · " + who + " "), state);
    when.addClassName("bulk-when");
    var item = new ListItem(new Div(what, when));
    if (run.state() == BulkState.DONE) {
      var undo = new Button(t("bulk.undo"), Glyph.UNDO.create(), _ -> ask(run));
      undo.setAriaLabel(t("bulk.undo") + ": " + words(run));
      item.add(undo);
    }
    return item;
  }

  private String words(BulkRun run) {
    String kind = kinds.find(run.kind()).map(RecordKind::labelKey).map(key -> t(key)).orElse("");
    String field =
        run.field() == null || !run.what().equals("edit")
            ? ""
            : " · " + field(run.kind(), run.field());
    return kind + field + " · " + BulkTexts.done(run.what(), run.changed(), run.leftAlone());
  }

  private String field(String kind, String column) {
    return custom
        .book()
        .label(column)
        .orElseGet(() -> t(kinds.of(kind).fieldKey(ColumnParts.column(column))));
  }

  private void ask(BulkRun run) {
    Confirmation.ask(
        t("bulk.undo.title"),
        t("bulk.undo.sentence", run.changed()),
        t("bulk.undo"),
        () -> {
          BulkJob job = bulk.undo(run.id(), () -> {});
          JobDialog.of(
                  t("bulk.undoing"),
                  job,
                  false,
                  ended -> {
                    SignedInBulk.tell(ended);
                    refresh();
                  })
              .open();
        });
  }

  @Override
  public String getPageTitle() {
    return t("bulk.title");
  }
}
