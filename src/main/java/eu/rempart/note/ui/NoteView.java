package eu.rempart.note.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.history.RecordKinds;
import eu.rempart.note.Note;
import eu.rempart.note.NoteId;
import eu.rempart.note.NoteService;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.list.ListAddress;
import jakarta.annotation.security.RolesAllowed;

/** Leads from a note to the timeline that it stands in. */
@Route(value = NoteNavigation.DETAILS, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class NoteView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient NoteService notes;
  private final transient RecordKinds kinds;

  NoteView(NoteService notes, RecordKinds kinds) {
    this.notes = notes;
    this.kinds = kinds;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Note note =
        event
            .getRouteParameters()
            .get("id")
            .flatMap(ListAddress::uuid)
            .flatMap(id -> notes.find(new NoteId(id)))
            .orElseThrow(NotFoundException::new);
    String page =
        kinds.of(note.about().kind()).path(note.about().id()).orElseThrow(NotFoundException::new);
    event.forwardTo(page, QueryParameters.of("tab", "timeline"));
  }

  @Override
  public String getPageTitle() {
    return t("note.list.title");
  }
}
