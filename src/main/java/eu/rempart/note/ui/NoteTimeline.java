package eu.rempart.note.ui;

import com.vaadin.flow.component.Component;
import eu.rempart.common.TimelineKey;
import eu.rempart.history.RecordRef;
import eu.rempart.note.Note;
import eu.rempart.note.NoteService;
import eu.rempart.shell.timeline.TimelineSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** Notes in the timelines of the records that they are about. */
@org.springframework.stereotype.Component
@Order(10)
final class NoteTimeline implements TimelineSource {

  private final NoteService notes;
  private final NoteDesk desk;

  NoteTimeline(NoteService notes, NoteDesk desk) {
    this.notes = notes;
    this.desk = desk;
  }

  @Override
  public String labelKey() {
    return "note.list.title";
  }

  @Override
  public boolean isOn(String kind) {
    return NoteService.isAbout(kind);
  }

  @Override
  public Strand of(String kind, UUID record) {
    return new Notes(new RecordRef(kind, record));
  }

  private final class Notes implements Strand {

    private final RecordRef about;
    private final boolean mayWrite;

    Notes(RecordRef about) {
      this.about = about;
      this.mayWrite = desk.mayWrite(about);
    }

    @Override
    public List<TimelineKey> keys(@Nullable TimelineKey before, int limit) {
      return notes.keys(about, before, limit);
    }

    @Override
    public Map<UUID, Component> show(Collection<UUID> ids, Runnable changed) {
      Map<UUID, String> names = desk.names();
      Map<UUID, Component> cards = new HashMap<>();
      notes.findAll(ids).forEach((id, note) -> cards.put(id, card(note, names, changed)));
      return cards;
    }

    @Override
    public List<Component> pinned(Runnable changed) {
      List<Note> pinned = notes.pinned(about);
      if (pinned.isEmpty()) {
        return List.of();
      }
      Map<UUID, String> names = desk.names();
      return pinned.stream().map(note -> card(note, names, changed)).toList();
    }

    private Component card(Note note, Map<UUID, String> names, Runnable changed) {
      return new NoteCard(note, desk, names, mayWrite, changed);
    }

    @Override
    public Optional<Component> adding(Runnable changed) {
      return desk.writing(about, changed);
    }
  }
}
