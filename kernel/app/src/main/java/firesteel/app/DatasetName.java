package firesteel.app;

import firesteel.api.error.NearestNames;
import firesteel.data.Catalogue;
import firesteel.data.Dataset;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Finds the dataset that a user names. */
final class DatasetName implements ITypeConverter<Dataset> {
  @Override
  public Dataset convert(String name) {
    return Catalogue.find(name).orElseThrow(() -> new TypeConversionException(unknown(name)));
  }

  private static String unknown(String name) {
    List<String> names = Catalogue.datasets().stream().map(Dataset::name).toList();
    return "there is no dataset '%s'; %s"
        .formatted(
            name,
            NearestNames.question(NearestNames.of(name, names))
                .orElse("there are " + String.join(", ", names)));
  }
}
