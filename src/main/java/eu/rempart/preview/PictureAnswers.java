package eu.rempart.preview;

import eu.rempart.common.Picture;
import eu.rempart.picture.Photo;
import eu.rempart.picture.PictureDecoder;
import eu.rempart.picture.PictureRefusedException;
import eu.rempart.picture.PictureRefusedException.Reason;
import eu.rempart.preview.PreviewProcess.Task;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the process says of a picture, written there and read here. */
final class PictureAnswers {

  private PictureAnswers() {}

  static void write(Task task, byte[] file, DataOutputStream out) throws IOException {
    try {
      List<Picture> pictures =
          switch (task) {
            case PHOTOS -> {
              Photo photo = PictureDecoder.photo(file);
              yield List.of(photo.image(), photo.thumbnail());
            }
            default -> List.of(PictureDecoder.large(file));
          };
      out.writeByte(PreviewMain.PICTURES);
      for (Picture each : pictures) {
        out.writeInt(each.jpeg().length);
        out.write(each.jpeg());
      }
    } catch (PictureRefusedException e) {
      out.writeByte(PreviewMain.REFUSED);
      out.writeUTF(e.reason().name());
    }
  }

  /** As many pictures as the task makes. */
  static List<Picture> read(byte[] answer, int count) throws PictureRefusedException {
    try (var in = new DataInputStream(new ByteArrayInputStream(answer))) {
      byte kind = in.readByte();
      if (kind == PreviewMain.REFUSED) {
        throw new PictureRefusedException(Reason.valueOf(in.readUTF()));
      }
      if (kind != PreviewMain.PICTURES) {
        throw new PictureRefusedException(Reason.DAMAGED);
      }
      List<Picture> pictures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        byte[] bytes = new byte[Math.min(in.readInt(), answer.length)];
        in.readFully(bytes);
        pictures.add(new Picture(bytes));
      }
      return pictures;
    } catch (IOException | IllegalArgumentException _) {
      throw new PictureRefusedException(Reason.DAMAGED); // the process ended in the middle of it
    }
  }
}
