package eu.rempart.email.mime;

import static eu.rempart.email.mime.MailReaderTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.email.EmailContent;
import eu.rempart.picture.TestPictures;
import eu.rempart.richtext.RichText;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Pictures of mails: those that their markup shows, and those that it does not. */
class MailPicturesTest {
  private static String related(String html, String picture) {
    return """
        From: a@b.example
        Content-Type: multipart/related; boundary=X

        --X
        Content-Type: text/html

        %s
        --X
        Content-Type: image/png
        Content-ID: <logo@x y>
        Content-Transfer-Encoding: base64

        %s
        --X
        Content-Type: image/png
        Content-ID: <broken>

        no picture
        --X--
        """
        .formatted(html, picture);
  }

  @Test
  void picturesOfTheMarkupLieInItDrawnAnew() throws Exception {
    String png = Base64.getEncoder().encodeToString(TestPictures.file("png", 90, 60));
    ReceivedMail mail =
        read(
            related(
                "<p>Hello <img src=\"cid:logo@x%20y\" alt=Logo onerror=x()><img src=CID:broken>"
                    + "<img src=cid:none><img src=https://spy.example/1.gif>"
                    + "<img src=data:image/svg+xml;base64,PHN2Zz4=></p>",
                png));

    assertThat(mail.files()).isEmpty();
    String kept = Objects.requireNonNull(mail.html());
    assertThat(kept).containsOnlyOnce("<img").doesNotContain("spy", "svg", "cid:");
    assertThat(RichText.cleanWithPictures(kept).html())
        .startsWith("<p>Hello <img src=\"data:image/jpeg;base64,/9j/")
        .contains("alt=\"Logo\"")
        .doesNotContain("onerror");
    assertThat(mail.text()).isEqualTo("Hello");
  }

  @Test
  void onlySoManyPicturesAreKeptAsMayBeShown() throws Exception {
    String png = Base64.getEncoder().encodeToString(TestPictures.noise(700, 700));
    ReceivedMail mail =
        read(related("<p>x" + "<img src=\"cid:logo@x y\">".repeat(40) + "</p>", png));

    String kept = Objects.requireNonNull(mail.html());
    assertThat(kept).contains("<img").hasSizeLessThan(EmailContent.MAX_HTML);
    assertThat(RichText.cleanWithPictures(kept).hasPictures()).isTrue();
  }

  private static String photo(String name, String id, String content) {
    return """
        --X
        Content-Type: image/jpeg; name="%s"
        Content-Disposition: inline; filename="%s"
        Content-ID: <%s>
        Content-Transfer-Encoding: base64

        %s
        """
        .formatted(name, name, id, content);
  }

  @Test
  void photosThatTheMarkupDoesNotShowAreFiles() throws Exception {
    String png = Base64.getEncoder().encodeToString(TestPictures.file("png", 90, 60));
    String mixed =
        """
        From: a@b.example
        Content-Type: multipart/mixed; boundary=X

        --X
        Content-Type: text/%s

        %s
        """;
    String photos =
        photo("IMG_1.jpeg", "one", png)
            + photo("IMG_2.heic", "two", "AAAAIGZ0eXBoZWlj")
            + photo("IMG_3.jpeg", "three", png)
            + "--X--\n";

    ReceivedMail plain = read(mixed.formatted("plain", "See these.") + photos);
    ReceivedMail shown =
        read(mixed.formatted("html", "<img src=cid:one><img src=cid:two>") + photos);

    assertThat(plain.files())
        .extracting(ReceivedFile::name)
        .containsExactly("IMG_1.jpeg", "IMG_2.heic", "IMG_3.jpeg");
    assertThat(plain.files().getFirst().content()).isEqualTo(TestPictures.file("png", 90, 60));
    assertThat(shown.html()).containsOnlyOnce("<img");
    assertThat(shown.files())
        .extracting(ReceivedFile::name)
        .containsExactly("IMG_2.heic", "IMG_3.jpeg");
  }
}
