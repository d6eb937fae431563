package eu.rempart.preview;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;

/**
 * The process that looks into one file, or into photos one after the other: they come through
 * standard input, and what is seen of them goes to standard output. Has no key, no network and no
 * environment.
 */
public final class PreviewMain {

  static final byte PAGE = 1;
  static final byte ROWS = 2;
  static final byte DAMAGED = 3;
  static final byte TEXT = 4;
  static final byte PICTURES = 5;
  static final byte REFUSED = 6;

  private PreviewMain() {}

  public static void main(String[] arguments) throws IOException {
    NoNetwork.begin();
    PrintStream answers = System.out;
    System.setOut(System.err); // what libraries say is no answer
    DataInputStream in = new DataInputStream(System.in);
    PreviewProcess.Task task = PreviewProcess.Task.valueOf(in.readUTF());
    String mediaType = in.readUTF();
    int page = in.readInt();
    int size = in.readInt();
    if (task == PreviewProcess.Task.PHOTOS) {
      photos(in, answers);
    } else {
      answer(task, mediaType, page, in.readNBytes(size)).writeTo(answers);
      answers.flush();
    }
  }

  /** Until nothing more comes. */
  private static void photos(DataInputStream in, PrintStream answers) throws IOException {
    DataOutputStream out = new DataOutputStream(answers);
    for (byte[] length = in.readNBytes(Integer.BYTES);
        length.length == Integer.BYTES;
        length = in.readNBytes(Integer.BYTES)) {
      byte[] file = in.readNBytes(ByteBuffer.wrap(length).getInt());
      ByteArrayOutputStream answer = answer(PreviewProcess.Task.PHOTOS, "image/*", 0, file);
      out.writeInt(answer.size());
      answer.writeTo(out);
      out.flush();
    }
  }

  private static ByteArrayOutputStream answer(
      PreviewProcess.Task task, String mediaType, int page, byte[] file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      write(task, mediaType, page, file, out);
    } catch (IOException | RuntimeException _) {
      // parsers throw whatever they please at bytes made to confuse them; the file is the reason
      bytes.reset();
      out.writeByte(DAMAGED);
    }
    out.flush();
    return bytes;
  }

  private static void write(
      PreviewProcess.Task task, String mediaType, int page, byte[] file, DataOutputStream out)
      throws IOException {
    switch (task) {
      case PAGE -> PdfPages.write(file, page, out);
      case ROWS -> {
        switch (mediaType) {
          case MediaTypes.ODS -> OpenSheets.write(file, out);
          case MediaTypes.XLS -> OldOffice.writeSheet(file, out);
          default -> Workbooks.write(file, out);
        }
      }
      case TEXT -> {
        TextBeginning text = new TextBeginning();
        Contents.read(mediaType, file, text);
        text.write(out);
      }
      case WORDS -> {
        DistinctWords words = new DistinctWords();
        Contents.read(mediaType, file, words);
        words.write(out);
      }
      case PHOTOS, LARGE -> PictureAnswers.write(task, file, out);
    }
  }
}
