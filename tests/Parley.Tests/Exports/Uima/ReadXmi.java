import java.io.FileInputStream;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;

/** Prints the records of an XMI file as Apache UIMA reads them: begin, end, label, record and status, parted by tabs. */
final class ReadXmi {
  public static void main(String[] files) throws Exception {
    TypeSystemDescription types = UIMAFramework.getXMLParser().parseTypeSystemDescription(new XMLInputSource(files[0]));
    CAS cas = CasCreationUtils.createCas(types, null, null);
    try (FileInputStream input = new FileInputStream(files[1])) {
      XmiCasDeserializer.deserialize(input, cas);
    }
    Type record = cas.getTypeSystem().getType("webanno.custom.ParleyRecord");
    for (AnnotationFS one : cas.getAnnotationIndex(record)) {
      String[] cells = new String[3];
      String[] names = {"label", "record", "status"};
      for (int i = 0; i < names.length; i++) cells[i] = one.getFeatureValueAsString(record.getFeatureByBaseName(names[i]));
      System.out.println(one.getBegin() + "\t" + one.getEnd() + "\t" + String.join("\t", cells));
    }
    System.out.println(cas.getDocumentText().length());
  }
}
