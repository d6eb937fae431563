package eu.rempart.shell.part;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.upload.UploadI18N;
import eu.rempart.shell.text.Formats;

/** What an upload field says, in the language of the screen. */
public final class UploadWords {

  private UploadWords() {}

  /**
   * All of it.
   *
   * @param choose what the button says
   * @param drop what stands beside it
   */
  public static UploadI18N of(String choose, String drop) {
    UploadI18N words = new UploadI18N();
    words.setAddFiles(new UploadI18N.AddFiles().setOne(choose));
    words.setDropFiles(new UploadI18N.DropFiles().setOne(drop));
    words.setError(
        new UploadI18N.Error()
            .setFileIsTooBig(t("shell.upload.rejected"))
            .setIncorrectFileType(t("shell.upload.kind"))
            .setTooManyFiles(t("shell.upload.one")));
    words.setUploading(
        new UploadI18N.Uploading()
            .setStatus(
                new UploadI18N.Uploading.Status()
                    .setConnecting(t("shell.upload.connecting"))
                    .setStalled(t("shell.upload.stalled"))
                    .setProcessing(t("shell.upload.processing"))
                    .setHeld(t("shell.upload.connecting")))
            .setRemainingTime(
                new UploadI18N.Uploading.RemainingTime()
                    .setPrefix(t("shell.upload.remaining"))
                    .setUnknown(t("shell.upload.remaining_unknown")))
            .setError(
                new UploadI18N.Uploading.Error()
                    .setServerUnavailable(t("shell.upload.failed"))
                    .setUnexpectedServerError(t("shell.upload.failed"))
                    .setForbidden(t("shell.upload.failed"))));
    words.setFile(
        new UploadI18N.File()
            .setRetry(t("shell.upload.retry"))
            .setStart(t("shell.upload.start"))
            .setRemove(t("shell.upload.remove")));
    words.setUnits(Formats.sizeUnits(), 1000);
    return words;
  }
}
