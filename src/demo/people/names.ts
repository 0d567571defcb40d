/**
 * Names of the people and companies of the example book. The English given names are a choice from
 * a public-domain list (NOTICE); everything else was made up for this book. Nobody is meant.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** What people of a language are called: given names and family names. */
export type NameStock = {
  readonly given: readonly string[];
  readonly family: readonly string[];
};

const familyHeads = words(`
  Ash Black Brad Brook Calder Clay Crof Dal Eller Fair Fen Gar Green Hal Hart Hazel Hol Kel
  Lang Lin Mar May Mill Nor Oak Pen Raven Red Rother Sel Stan Stock Thorn Wal Wen Whit Win
  Wood York
`);

const familyTails = words(`
  bourne bridge by combe cott croft dale den field ford gate ham hurst land ley low man more
  shaw son stead ter ton ward well wick worth
`);

/** English given names, CC0; family names put together from parts of place names. */
export const englishNames: NameStock = {
  given: words(`
  Aaron Abigail Ada Adam Adele Adrian Agnes Alan Albert Alec Alice Alison Alma Amanda Amber
  Amos Amy Andrea Andrew Angela Anita Ann Anna Anthony April Arthur Ashley Audrey Barbara
  Barry Beatrice Ben Bernard Bernice Beth Betty Brenda Brian Bridget Bruce Calvin Carl Carla
  Carol Caroline Casey Catherine Cecil Celia Charles Charlotte Cheryl Chester Chloe Claire
  Clara Clifford Colin Connie Craig Curtis Cynthia Daisy Dana Daniel Darlene David Dawn Dean
  Deborah Denise Dennis Derek Diana Donna Dora Doris Dorothy Douglas Duncan Earl Edith Edmund
  Edward Eileen Elaine Eleanor Ellen Elmer Elsie Emily Emma Eric Ernest Esther Ethel Eugene
  Eva Evan Evelyn Faith Felicity Fiona Flora Florence Frances Francis Frank Frederick Gail
  Gary Gavin George Gerald Gilbert Gillian Gina Glen Gloria Gordon Grace Grant Gregory Guy
  Gwen Hannah Harold Harriet Harry Harvey Hazel Heather Helen Henry Herbert Hilda Holly Howard
  Hugh Ian Ida Irene Iris Isaac Isabel Ivan Ivy Jack Jacob James Jane Janet Jasmine Jason Jean
  Jeffrey Jennifer Jeremy Jesse Jessica Jill Joan Joanna Joel John Jonathan Joseph Josephine
  Joyce Judith Julia Julian June Justin Karen Kate Keith Kelly Kenneth Kevin Kim Kirk Laura
  Lauren Laurence Leah Lee Leonard Leslie Lillian Linda Lloyd Lois Louis Louise Lucy Luke
  Lydia Mabel Malcolm Marcus Margaret Marian Marie Marion Mark Martha Martin Marvin Mary
  Matthew Maureen Mavis May Megan Melissa Michael Mildred Miles Molly Monica Morris Myra Nadia
  Nancy Naomi Natalie Neil Nicholas Nicole Nigel Nina Noel Nora Norma Norman Olive Oliver
  Olivia Owen Pamela Patricia Patrick Paul Paula Pearl Peggy Penelope Peter Philip Phoebe
  Phyllis Polly Rachel Ralph Ray Rebecca Reginald Rhoda Richard Rita Robert Robin Roger Roland
  Rosa Rosemary Roy Ruby Russell Ruth Ryan Sally Samuel Sandra Sarah Scott Sean Sharon Sheila
  Shirley Sidney Silvia Simon Sonia Sophie Stanley Stella Stephen Stuart Susan Sylvia Tanya
  Teresa Terence Theodore Thomas Timothy Tina Tracy Trevor Ursula Valerie Vera Vernon Veronica
  Victor Victoria Vincent Viola Violet Virginia Wanda Warren Wayne Wendy Wesley Wilfred
  William Winifred Yvonne Zoe
`),
  family: familyHeads.flatMap((head) => familyTails.map((tail) => head + tail)),
};

/** Spanish names. */
export const spanishNames: NameStock = {
  given: words(`
  Adriana Alberto Alejandra Alfonso Alicia Andrés Ángel Antonio Araceli Arturo Beatriz Benito
  Brenda Carlos Carmen Cecilia César Claudia Cristina Daniela Diego Eduardo Elena Emilio
  Enrique Ernesto Esperanza Felipe Fernanda Fernando Francisca Gabriela Gerardo Gloria
  Guadalupe Guillermo Gustavo Héctor Hugo Ignacio Inés Isabel Jaime Javier Jesús Joaquín Jorge
  José Juana Julio Laura Leticia Lorena Lucía Luis Luisa Manuel Marcela Margarita María
  Mariana Mario Marta Martín Mercedes Miguel Mónica Nicolás Norma Óscar Pablo Patricia Pedro
  Pilar Rafael Ramón Raquel Raúl Ricardo Roberto Rocío Rodrigo Rosa Rubén Salvador Santiago
  Sergio Silvia Sofía Susana Teresa Tomás Valeria Verónica Vicente Víctor Yolanda
`),
  family: words(`
  Aguirre Alvarado Arriaga Ávila Barrera Becerra Cabrera Calderón Camacho Cárdenas Carrillo
  Castañeda Cervantes Córdova Delgado Duarte Escobedo Espinoza Estrada Figueroa Fuentes
  Galindo Gallegos Guzmán Herrera Ibarra Jáuregui Juárez Lara Ledesma Lozano Luna Macías
  Maldonado Medina Mejía Mendoza Montes Navarro Nieto Núñez Ochoa Olvera Orozco Ortega Pacheco
  Padilla Palacios Paredes Peña Ponce Quintero Rangel Robles Rosales Rubio Salas Salinas
  Sandoval Serrano Solís Tapia Tejeda Trejo Urbina Valdez Vargas Velasco Villegas Zamora
  Zavala Zepeda
`),
};

/** Hebrew names, in Latin letters as a card lender would have them. */
export const hebrewNames: NameStock = {
  given: words(`
  Adi Amit Anat Ariel Asaf Avi Avital Dalia Dganit Dina Efrat Eitan Elad Eli Gal Galit Gilad
  Hadas Hila Ido Inbal Itai Keren Limor Liora Maya Meir Merav Michal Moshe Naama Nadav Noa
  Nurit Ofer Omer Orit Ronen Roni Sharon Shira Shlomo Tal Tamar Uri Yael Yair Yoav Yossi Ziv
`),
  family: words(`
  Adler Almog Amir Aviv Barak Ben-Ami Dagan Eldar Erez Golan Harel Kaplan Lavi Levin Malka
  Nahum Oren Paz Peled Raviv Regev Sadeh Shalev Shani Tamir Tzur Yaron Zohar
`),
};

/** Beginnings, middles and forms of made-up Mexican company names. */
export const companyParts = {
  trade: words(`
    Abarrotes Aceros Bodegas Cartones Cerámicas Comercial Construcciones Distribuidora Embalajes
    Empaques Ferretería Fletes Herrajes Herramientas Iluminación Insumos Logística Maderas Muebles
    Papelera Pinturas Plásticos Refacciones Refrigeración Suministros Talleres Textiles Tornillos
    Transportes Tuberías Vidrios
  `),
  place: words(`
    Altamar Brisaverde Campoluna Cerroblanco Estrellamar Fuentequieta Lagoclaro Lomabella
    Montesol Nortemar Nubeclara Oroverde Palmanorte Peñalarga Piedrafina Puertoluz Rioseco
    Sierramar Solyluna Tierranueva Valdelago Valleverde Vientosur
  `),
  form: ['S.A. de C.V.', 'S. de R.L. de C.V.', 'S.A.P.I. de C.V.'],
};

/** Made-up street names by country; a house number goes with each. */
export const streets: Readonly<Record<'US' | 'GB' | 'MX', readonly string[]>> = {
  US: ['Larkspur Ave', 'Tern St', 'Sandpiper Ln', 'Old Quarry Rd', 'Juniper Ct', 'Curlew Dr'],
  GB: ['Plover Lane', 'Dunlin Close', 'Saltmarsh Road', 'Weaver’s Row', 'Kiln Street', 'Knot Way'],
  MX: ['Calle del Chorlito', 'Av. Marisma', 'Calle Alfarero', 'Priv. Laguna', 'Calle Garza'],
};
