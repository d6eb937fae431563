package eu.rempart.document.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.server.StreamResourceRegistry.ElementStreamResource;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.streams.ElementRequestHandler;
import eu.rempart.document.file.FileRefusedException;
import eu.rempart.document.file.Upload;
import eu.rempart.document.file.UploadService;
import eu.rempart.shell.LazyElements;
import eu.rempart.shell.list.ListAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where files are dropped, chosen, or photographed. They come by requests of their own, without the
 * session's lock; what breaks off goes on where it stopped.
 */
@Tag("rempart-upload")
@StyleSheet("styles/upload.css")
final class UploadArea extends Component {

  private static final long serialVersionUID = 1L;
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What is done with a file that is here whole. */
  interface Taker {
    /** Answers what is wrong, in the person's language; empty if nothing is. */
    String take(UUID upload) throws FileRefusedException;
  }

  /**
   * What the browser is told of a file on its way in.
   *
   * @param problem what is wrong; null if nothing is
   */
  record State(String id, long received, boolean whole, @Nullable String problem) {

    static State of(Upload upload) {
      return new State(upload.id().toString(), upload.received(), upload.whole(), null);
    }
  }

  /** What came of a whole file. */
  record End(String problem) {}

  private final transient UploadService uploads;
  private final transient Taker taker;

  /**
   * @param single whether one file is taken at a time
   */
  UploadArea(UploadService uploads, boolean single, Taker taker) {
    this.uploads = uploads;
    this.taker = taker;
    getElement().setProperty("single", single);
    getElement()
        .setPropertyMap(
            "words",
            Map.of(
                "choose", single ? t("document.upload.version") : t("document.upload.choose"),
                "camera", t("document.upload.camera"),
                "drop", single ? t("document.upload.drop.version") : t("document.upload.drop"),
                "failed", t("document.upload.failed"),
                "again", t("document.upload.again"),
                "pausing", t("document.upload.pausing"),
                "dismiss", t("document.upload.dismiss"),
                "cancel", t("shell.cancel")));
    ElementRequestHandler handler = (request, response, _, _) -> receive(request, response);
    getElement().setAttribute("target", new ElementStreamResource(handler, getElement()));
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    LazyElements.load(this);
  }

  /** Runs in the thread of the request: a large file takes as long as it takes. */
  private void receive(VaadinRequest request, VaadinResponse response) throws IOException {
    Optional<UUID> id =
        Optional.ofNullable(request.getHeader("X-Upload")).flatMap(ListAddress::uuid);
    long offset = offset(request.getHeader("X-Offset"));
    if (id.isEmpty() || offset < 0) {
      response.setStatus(400);
      return;
    }
    try {
      Optional<Upload> state = uploads.append(id.get(), offset, request.getInputStream());
      if (state.isPresent()) {
        answer(response, State.of(state.get()));
      } else {
        response.setStatus(409); // elsewhere already, or gone: the browser asks how far it is
      }
    } catch (FileRefusedException e) {
      uploads.giveUp(id.get());
      answer(response, new State(id.get().toString(), 0, false, sentence(e)));
    }
  }

  private static long offset(@Nullable String header) {
    return header != null && header.matches("\\d{1,15}") ? Long.parseLong(header) : -1;
  }

  private static void answer(VaadinResponse response, State state) throws IOException {
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response
        .getOutputStream()
        .write(JSON.writeValueAsString(state).getBytes(StandardCharsets.UTF_8));
  }

  @ClientCallable
  State begin(String name, double size, String fingerprint) {
    try {
      return State.of(uploads.begin(name, (long) size, fingerprint));
    } catch (FileRefusedException e) {
      return new State("", 0, false, sentence(e));
    }
  }

  /** How far a file is; null where it is gone. */
  @ClientCallable
  @Nullable State progress(String id) {
    return ListAddress.uuid(id).flatMap(uploads::find).map(State::of).orElse(null);
  }

  @ClientCallable
  End finish(String id) {
    try {
      return new End(
          ListAddress.uuid(id).isEmpty()
              ? t("document.upload.failed")
              : taker.take(UUID.fromString(id)));
    } catch (FileRefusedException e) {
      return new End(sentence(e));
    }
  }

  @ClientCallable
  void giveUp(String id) {
    ListAddress.uuid(id).ifPresent(uploads::giveUp);
  }

  private String sentence(FileRefusedException e) {
    return switch (e.reason()) {
      case EMPTY -> t("document.refused.empty");
      case TOO_LARGE -> t("document.refused.large", uploads.limit().toMegabytes());
      case TOO_MANY -> t("document.refused.many");
      case OTHER_KIND -> t("document.refused.kind");
      case BROKEN -> t("document.refused.broken");
    };
  }
}
