package eu.rempart.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.richtext.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Drawing takes seconds: no mail may ask for more of it than it brings files. */
class EmbeddedPicturesTest {

  private static final byte[] LOGO = {1};
  private static final byte[] BROKEN = {-1};

  private final List<byte[]> drawn = new ArrayList<>();

  private String into(String html, Map<String, byte[]> files, String picture) {
    return EmbeddedPictures.into(
        html,
        files,
        (file, _) -> {
          drawn.add(file);
          return file[0] < 0 ? null : picture;
        },
        _ -> {});
  }

  @Test
  void aFileIsDrawnOnceHoweverOftenItIsNamed() {
    String html =
        into(
            "<p>x"
                + "<img src=cid:broken>".repeat(500)
                + "<img src=cid:%62roken>".repeat(500)
                + "<img src=cid:logo><img src=cid:%6cogo><img src=cid:l%6fgo></p>",
            Map.of("logo", LOGO, "broken", BROKEN),
            "data:image/jpeg;base64,AAAA");

    assertThat(drawn).containsExactly(BROKEN, LOGO);
    assertThat(html.split("<img", -1)).as("each place has it").hasSize(4);
  }

  @Test
  void nothingIsDrawnThatCanNotBeKept() {
    Map<String, byte[]> files = new TreeMap<>();
    StringBuilder html = new StringBuilder("<p>x");
    for (int i = 0; i < 8; i++) {
      files.put("p" + i, new byte[] {(byte) i});
      html.append("<img src=cid:p").append(i).append('>');
    }

    into(html.append("</p>").toString(), files, "x".repeat(RichText.MAX_PICTURES / 2 - 10));

    assertThat(drawn).hasSize(2);
  }
}
